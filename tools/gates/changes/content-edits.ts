import type { Content } from '../../src/packages/read-tarball.ts'
import type { Judged, Level } from './judged.ts'

/** An edit of a packed package, whose types stay as they are. */
export interface ContentEdit extends Judged {
  readonly package: string
  edit(content: Map<string, string>): void
}

function judged(level: Level, name: string, why: string, of: string, edit: ContentEdit['edit']): ContentEdit {
  return { level, name, why, package: of, edit }
}

/** The content with the edit. The original stays as it is. */
export function editedContent(content: Content, { edit }: ContentEdit): Content {
  const copy = new Map(content)
  edit(copy)
  return copy
}

type Members = Record<string, unknown>

/** Changes a JSON file. */
function json(file: string, change: (members: Members) => void): ContentEdit['edit'] {
  return (content) => {
    const members = JSON.parse(content.get(file) ?? '{}')
    change(members)
    content.set(file, JSON.stringify(members))
  }
}

const manifest = (change: (members: Members) => void) => json('package.json', change)
const inside = (members: Members, name: string) => members[name] as Members

/** What `--help` of a command says lies beside the tarballs; here it is a file of theirs. */
const help =
  (change: (text: string) => string): ContentEdit['edit'] =>
  (content) => {
    content.set('help.txt', change(content.get('help.txt') ?? ''))
  }

export const contentEdits: readonly ContentEdit[] = [
  judged(
    'major',
    'entry point removed',
    'imports of it fail',
    'client',
    manifest((members) => {
      delete inside(members, 'exports')['./validate']
    }),
  ),
  judged(
    'minor',
    'entry point added',
    'nobody imported it before',
    'client',
    manifest((members) => {
      inside(members, 'exports')['./testing'] = './dist/index.js'
    }),
  ),
  judged(
    'major',
    'CommonJS no longer built',
    'require of it fails',
    'msw',
    manifest((members) => {
      delete inside(inside(members, 'exports'), '.')['require']
    }),
  ),
  judged(
    'major',
    'command renamed',
    'scripts that call it fail',
    'sandbox',
    manifest((members) => {
      members['bin'] = { 'user-sandbox': './dist/main.js' }
    }),
  ),
  judged(
    'major',
    'oldest Node raised',
    'installs on the old one warn or fail',
    'sandbox',
    manifest((members) => {
      members['engines'] = { node: '>=30' }
    }),
  ),
  judged(
    'minor',
    'older Node supported',
    'more people can install it',
    'sandbox',
    manifest((members) => {
      members['engines'] = { node: '>=18' }
    }),
  ),
  judged(
    'major',
    'peer dependency raised',
    'applications with the old one no longer fit',
    'msw',
    manifest((members) => {
      inside(members, 'peerDependencies')['msw'] = '^9.0.0'
    }),
  ),
  judged(
    'minor',
    'peer dependency of another line supported',
    'more applications fit',
    'msw',
    manifest((members) => {
      const peers = inside(members, 'peerDependencies')
      peers['msw'] = `${peers['msw']} || ^9.0.0`
    }),
  ),
  judged(
    'patch',
    'dependency updated',
    'it is installed along, and nobody chose it',
    'client',
    manifest((members) => {
      inside(members, 'dependencies')['openapi-fetch'] = '^9.0.0'
    }),
  ),
  judged(
    'major',
    'option of a command removed',
    'scripts with it fail',
    'contract-tests',
    help((text) => text.replaceAll('--report', '')),
  ),
  judged(
    'minor',
    'option of a command added',
    'scripts without it work as before',
    'contract-tests',
    help((text) => `${text}\n  --quiet  says less\n`),
  ),
  judged(
    'major',
    'environment variable no longer read',
    'deployments that set it get the default',
    'sandbox',
    help((text) => text.replaceAll('DATABASE_URL', '')),
  ),
  judged(
    'major',
    'member of a seed no longer read',
    'seeds with it are refused',
    'sandbox',
    json('seed.schema.json', (members) => {
      delete inside(members, 'properties')['tokens']
    }),
  ),
  judged(
    'minor',
    'member added to a seed',
    'seeds without it work as before',
    'sandbox',
    json('seed.schema.json', (members) => {
      inside(members, 'properties')['groups'] = { type: 'array' }
    }),
  ),
  judged('patch', 'README edited', 'only readers notice', 'client', (content) => {
    content.set('README.md', '# The client')
  }),
]
