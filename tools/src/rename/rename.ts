import { execFile } from 'node:child_process'
import { existsSync, globSync } from 'node:fs'
import { rename as move, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { checkNames, identifiers, type Renaming, withArticle, withNewNames } from './names.ts'

const run = promisify(execFile)

/** What was renamed, relative to the root. */
export interface Renamed {
  readonly files: readonly string[]
  /** A line each: what a person has to decide. */
  readonly notes: readonly string[]
}

/** What stays: what was true when it was written, and what has the names of others. */
const kept =
  /^(?:\.changeset\/|docs\/decisions\/|docs\/figures\.md$|tools\/src\/bench\/client\/contenders\/windmill-client\/)|(?:^|\/)(?:CHANGELOG\.md|pnpm-lock\.yaml|package-lock\.json)$/

/** Where the names of Windmill's own client stand beside ours: what comes before them. */
const ofOthers: Readonly<Record<string, RegExp>> = {
  'tools/gates/official-clients/calls.ts': / name: '$/,
  'packages/sandbox/docs/windmill-client.md': /UserService\.$/,
}

/** The page that the contract was made from has names of its own. */
const page = 'tools/gates/parity/page.yaml'

/**
 * Renames an operation or a schema in every file that git knows or would add: in texts, and in names of files.
 *
 * @throws Error where the old name is not there, the new one is, or a file to change has changes that are not committed. Nothing is
 * changed then.
 */
export async function rename(root: string, renaming: Renaming): Promise<Renamed> {
  checkNames(renaming)
  await refuseOtherDocument(root, renaming)
  const names = identifiers(renaming)
  const edits = await editsIn(root, names)
  await refuseUncommitted(root, edits)
  refuseTaken(root, edits)
  for (const { file, target, text } of edits) {
    await writeFile(path.join(root, file), text)
    if (target !== file) await move(path.join(root, file), path.join(root, target))
  }
  const files = edits.map(({ target }) => target)
  const notes = files.includes(page)
    ? [`${page} states the reference page: keep its change only if that page has the new name.\n`]
    : []
  return { files, notes }
}

interface Edit {
  readonly file: string
  /** Its new name. */
  readonly target: string
  /** Its new text. */
  readonly text: string
}

async function editsIn(root: string, names: ReadonlyMap<string, string>): Promise<readonly Edit[]> {
  const { stdout } = await run('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
    maxBuffer: 2 ** 26,
  })
  const files = [...new Set(stdout.split('\0'))].filter((file) => file !== '' && !kept.test(file)).sort()
  const edits: Edit[] = []
  for (const file of files) {
    const text = await readFile(path.join(root, file), 'utf8').catch(() => '')
    const edit = {
      file,
      target: withNewFileName(file, names),
      text: withNewNames(text, names, ofOthers[file]),
    }
    if (edit.target !== file || edit.text !== text) edits.push(edit)
  }
  return edits
}

/** A file that is named after the part: `listBooks.test.ts`. */
function withNewFileName(file: string, names: ReadonlyMap<string, string>): string {
  const { dir, base } = path.posix.parse(file)
  const [name = '', ...endings] = base.split('.')
  return path.posix.join(dir, [names.get(name) ?? name, ...endings].join('.'))
}

async function refuseOtherDocument(root: string, { kind, from, to }: Renaming): Promise<void> {
  const known = kind === 'operation' ? await operationIds(root) : schemaNames(root)
  if (!known.includes(from))
    throw new Error(`The document has no ${kind} "${from}". It has ${known.toSorted().join(', ')}.`)
  if (known.includes(to))
    throw new Error(`The document has ${withArticle(kind)} "${to}" already. Choose another name.`)
  if (kind === 'operation') return
  const others = componentsOf(root).filter((file) => path.basename(file, '.yaml') === from)
  if (others.length > 1)
    throw new Error(`${others.join(' and ')} have one name. Rename one of them by hand first.`)
}

async function operationIds(root: string): Promise<readonly string[]> {
  const files = globSync('spec/paths/*.yaml', { cwd: root })
  const texts = await Promise.all(files.map((file) => readFile(path.join(root, file), 'utf8')))
  return texts.flatMap((text) =>
    [...text.matchAll(/^ {2}operationId:\s*["']?([\w$]+)/gm)].map(([, id = '']) => id),
  )
}

function schemaNames(root: string): readonly string[] {
  return globSync('spec/components/schemas/*.yaml', { cwd: root }).map((file) => path.basename(file, '.yaml'))
}

function componentsOf(root: string): readonly string[] {
  return globSync('spec/components/*/*.yaml', { cwd: root })
}

async function refuseUncommitted(root: string, edits: readonly Edit[]): Promise<void> {
  const { stdout } = await run('git', ['status', '--porcelain', '-z'], { cwd: root, maxBuffer: 2 ** 26 })
  const changed = new Set(stdout.split('\0').map((line) => line.slice(3)))
  const touched = edits.map(({ file }) => file).filter((file) => changed.has(file))
  if (touched.length > 0)
    throw new Error(
      `Commit or undo the changes of ${touched.join(', ')} first, so that you can undo the renaming.`,
    )
}

function refuseTaken(root: string, edits: readonly Edit[]): void {
  const taken = edits.filter(({ file, target }) => target !== file && existsSync(path.join(root, target)))
  const [first] = taken
  if (first) throw new Error(`${first.target} is there already. Remove it, or choose another name.`)
}
