import { execFile } from 'node:child_process'
import { copyFile, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { listPublishedPackages } from '../../src/packages/published.ts'
import { type Checkout, origin, prepareCheckout } from './checkout.ts'
import { type Registry, startRegistry } from './registry.ts'

const run = promisify(execFile)
const names = listPublishedPackages().map(({ manifest }) => manifest.name)
const minutes = 60_000

let folder: string
let registry: Registry
let checkout: Checkout

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'rehearsal-'))
  registry = await startRegistry(folder)
  checkout = await prepareCheckout(path.join(folder, 'checkout'), registry.npmrc)
}, 5 * minutes)

afterAll(async () => {
  await registry.stop()
  await rm(folder, { recursive: true, force: true })
})

interface Published {
  readonly latest: string
  readonly versions: readonly string[]
  readonly manifest: { readonly repository?: object; readonly author?: object; readonly readme?: string }
}

/** What the registry has of a package. */
async function publishedAs(name: string): Promise<Published | undefined> {
  const response = await fetch(`${registry.url}/${name.replace('/', '%2f')}`)
  if (!response.ok) return undefined
  const { 'dist-tags': tags, versions } = await response.json()
  return { latest: tags.latest, versions: Object.keys(versions), manifest: versions[tags.latest] }
}

const latestOfAll = () => Promise.all(names.map(async (name) => (await publishedAs(name))?.latest))
const tags = async () => (await checkout.git('tag', '--list')).split('\n')

test(
  'the first release is complete, although it was killed after each package',
  async () => {
    await checkout.pnpm('bump')
    await checkout.commit('chore: first version')
    let kills = 0
    while (await checkout.releaseUntilPublished()) kills++

    const [version] = await latestOfAll()
    expect(kills).toBe(names.length)
    expect(await latestOfAll()).toEqual(names.map(() => version))
    expect(await tags()).toEqual([...names.map((name) => `${name}@${version}`), `v${version}`].toSorted())
  },
  15 * minutes,
)

test('each package says where it comes from, and has its changelog and licence', async () => {
  for (const name of names) {
    const { manifest } = (await publishedAs(name)) ?? {}
    const directory = name.endsWith('/openapi') ? 'spec' : `packages/${name.replace(/^.*\//, '')}`
    expect(manifest).toMatchObject({
      repository: { type: 'git', url: `git+${origin}.git`, directory },
      author: { name: 'Ada Lovelace' },
    })
  }
})

test(
  'npm and pnpm install what was released',
  async ({ annotate }) => {
    for (const [manager, ...words] of [
      ['npm', 'install', '--ignore-scripts', '--no-audit', '--no-fund'],
      ['pnpm', 'install', '--ignore-scripts', '--prefer-offline'],
    ] as const) {
      const project = path.join(folder, `project-${manager}`)
      await mkdir(project)
      const dependencies = Object.fromEntries(names.map((name) => [name, 'latest']))
      await writeFile(path.join(project, 'package.json'), JSON.stringify({ private: true, dependencies }))
      // pnpm reads the registry of a scope from the project, and not from npm's variable.
      await copyFile(registry.npmrc, path.join(project, '.npmrc'))
      await writeFile(path.join(project, 'pnpm-workspace.yaml'), 'packages: []\n')
      const env = { ...process.env, NPM_CONFIG_USERCONFIG: registry.npmrc }
      await run(manager, words, { cwd: project, env, maxBuffer: 64 * 1024 * 1024 })

      const readme = await readFile(
        path.join(project, 'node_modules/@windmill-user-api/sandbox/README.md'),
        'utf8',
      )
      expect(readme).toContain(`](${origin}/blob/@windmill-user-api/sandbox@`)
      const changelog = path.join(project, 'node_modules/@windmill-user-api/client/CHANGELOG.md')
      expect(await readFile(changelog, 'utf8')).toContain('# @windmill-user-api/client')
      const { stdout } = await run(
        'node',
        ['-p', "typeof require('@windmill-user-api/client').createUserApi"],
        {
          cwd: project,
        },
      )
      expect(stdout.trim()).toBe('function')
    }
    await annotate(
      `${names.length} packages released, killed ${names.length} times, installed with npm and pnpm`,
      'figure',
    )
  },
  5 * minutes,
)

test(
  'the second release follows, and a repeated one publishes nothing',
  async () => {
    const [first] = await latestOfAll()
    await checkout.write(
      '.changeset/second.md',
      "---\n'@windmill-user-api/client': patch\n---\n\nA second release.\n",
    )
    await checkout.commit('fix: something')
    await checkout.pnpm('bump')
    await checkout.commit('chore: second version')
    await checkout.pnpm('release', '--no-test', '--sbom', path.join(folder, 'sboms'))

    const [second] = await latestOfAll()
    const sbomOf = (name: string) => `${name.replace('@', '').replace('/', '-')}-${second}.cdx.json`
    expect(await readdir(path.join(folder, 'sboms'))).toEqual(names.map(sbomOf).toSorted())
    expect(second).not.toBe(first)
    expect(await latestOfAll()).toEqual(names.map(() => second))
    expect(await checkout.pnpm('release', '--no-test')).not.toContain(' is published')
    expect((await publishedAs(names[0] ?? ''))?.versions).toEqual([first, second])
  },
  10 * minutes,
)
