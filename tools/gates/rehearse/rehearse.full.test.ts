import { execFile } from 'node:child_process'
import { copyFile, mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { listPublishedPackages } from '../../src/packages/published.ts'
import { type Checkout, origin, prepareCheckout } from './checkout.ts'
import { installedVersions } from './installed-versions.ts'
import { createProject, managerNames, type Project } from './managers.ts'
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
}, 10 * minutes)

afterAll(async () => {
  await registry.stop()
  await rm(folder, { recursive: true, force: true })
})

interface Published {
  readonly tags: Readonly<Record<string, string>>
  readonly versions: readonly string[]
  readonly manifest: { readonly repository?: object; readonly author?: object; readonly readme?: string }
}

/** What the registry has of a package. */
async function publishedAs(name: string): Promise<Published | undefined> {
  const response = await fetch(`${registry.url}/${name.replace('/', '%2f')}`)
  if (!response.ok) return undefined
  const { 'dist-tags': tags, versions } = await response.json()
  return { tags, versions: Object.keys(versions), manifest: versions[tags.latest] }
}

/** The version that all packages have under a tag of npm; all that there are where they differ. */
async function versionOfAll(tag: string): Promise<string> {
  const tagged = await Promise.all(names.map(async (name) => (await publishedAs(name))?.tags[tag]))
  return [...new Set(tagged)].join(' and ')
}

const tags = async () => (await checkout.git('tag', '--list')).split('\n')
const tagsOf = (version: string) => [...names.map((name) => `${name}@${version}`), `v${version}`].toSorted()

/** Adds a changeset, turns it into a version, and releases that. */
async function release(level: 'minor' | 'patch', text: string, ...options: readonly string[]): Promise<void> {
  await checkout.write(
    '.changeset/rehearsed.md',
    `---\n'@windmill-user-api/client': ${level}\n---\n\n${text}\n`,
  )
  await checkout.commit(`feat: ${text}`)
  await checkout.pnpm('bump')
  await checkout.commit('chore: version')
  await checkout.pnpm('release', '--no-test', ...options)
}

const peers = { '@tanstack/react-query': '^5.90.0', msw: '^3.0.0', react: '^19.0.0' }
const projects = new Map<string, Project>()

/** A project that has all packages, as if it had been written right after a release. */
async function projectWith(manager: (typeof managerNames)[number], range: string): Promise<Project> {
  const place = path.join(folder, `${manager}-${range.replaceAll(/\W/g, '-')}`)
  const dependencies = { ...Object.fromEntries(names.map((name) => [name, range])), ...peers }
  const project = await createProject(manager, { folder: place, dependencies, registry: registry.url })
  await copyFile(path.join(import.meta.dirname, 'project/program.mjs'), path.join(place, 'program.mjs'))
  return project
}

/** Expects one copy of each package, of this version, and that they work together. */
async function expectInstalled(project: Project, version: string): Promise<void> {
  const installed = await installedVersions(project.folder, names)
  expect(Object.fromEntries(installed)).toEqual(Object.fromEntries(names.map((name) => [name, [version]])))
  const { stdout } = await run(process.execPath, ['program.mjs'], { cwd: project.folder })
  expect(stdout).toBe('admin@windmill.dev')
}

describe('the first release', () => {
  test(
    'is complete, although it was killed after each package',
    async () => {
      await checkout.pnpm('bump')
      await checkout.commit('chore: first version')
      let kills = 0
      while (await checkout.releaseUntilPublished()) kills++

      expect(kills).toBe(names.length)
      const version = await versionOfAll('latest')
      expect(version).toMatch(/^\d+\.\d+\.\d+$/)
      expect(await tags()).toEqual(tagsOf(version))
    },
    25 * minutes,
  )

  test('says of each package where it comes from', async () => {
    for (const name of names) {
      const { manifest } = (await publishedAs(name)) ?? {}
      const directory = name.endsWith('/openapi') ? 'spec' : `packages/${name.replace(/^.*\//, '')}`
      expect(manifest).toMatchObject({
        repository: { type: 'git', url: `git+${origin}.git`, directory },
        author: { name: 'Ada Lovelace' },
      })
    }
  })

  test.each(managerNames)(
    'is installed by %s',
    async (manager) => {
      const first = await versionOfAll('latest')
      const project = await projectWith(manager, `^${first}`)
      await project.install()
      projects.set(manager, project)

      await expectInstalled(project, first)
    },
    10 * minutes,
  )

  test('has a changelog, a licence and a README whose links work in each package', async () => {
    for (const name of names) {
      const installed = path.join(projects.get('npm')?.folder ?? '', 'node_modules', name)
      expect(await readdir(installed)).toEqual(expect.arrayContaining(['CHANGELOG.md', 'LICENSE']))
      expect(await readFile(path.join(installed, 'CHANGELOG.md'), 'utf8')).toContain(`# ${name}`)
      const readme = await readFile(path.join(installed, 'README.md'), 'utf8')
      expect(readme.match(/\]\((?!https?:|#)[^)]*\)/g) ?? []).toEqual([])
    }
  })
})

describe('on the way to the second', () => {
  test(
    'a prerelease goes by its own tag, and by that alone',
    async () => {
      const first = await versionOfAll('latest')
      await checkout.pnpm('exec', 'changeset', 'pre', 'enter', 'next')
      await release('minor', 'Something new.')

      const prerelease = await versionOfAll('next')
      expect(prerelease).toMatch(/^\d+\.\d+\.0-next\.0$/)
      expect(await versionOfAll('latest')).toBe(first)
      expect(await tags()).toEqual(expect.arrayContaining(tagsOf(prerelease)))

      const project = await projectWith('npm', 'next')
      await project.install()
      await expectInstalled(project, prerelease)
    },
    20 * minutes,
  )

  test(
    'a fix of the first is released from a branch of its own, and has nothing of the prerelease',
    async () => {
      const first = await versionOfAll('latest')
      const prerelease = await versionOfAll('next')
      await checkout.git('checkout', '--quiet', '-b', 'hotfix', `v${first}`)
      await release('patch', 'Something mended.')
      await checkout.git('checkout', '--quiet', 'main')

      const fix = await versionOfAll('latest')
      expect(fix).toBe(first.replace(/\d+$/, '1'))
      expect(await versionOfAll('next')).toBe(prerelease)
      expect((await publishedAs(names[0] ?? ''))?.versions).toEqual([first, prerelease, fix])
      expect(await checkout.git('merge-base', `v${fix}`, `v${prerelease}`)).toBe(
        await checkout.git('rev-parse', `v${first}`),
      )
    },
    20 * minutes,
  )
})

describe('the second release', () => {
  test(
    'follows the prerelease, with one text and bills of materials',
    async () => {
      const prerelease = await versionOfAll('next')
      const [notes, sboms] = [path.join(folder, 'notes.md'), path.join(folder, 'sboms')]
      await checkout.pnpm('exec', 'changeset', 'pre', 'exit')
      await release('patch', 'Something else.', '--notes', notes, '--sbom', sboms)

      const second = await versionOfAll('latest')
      expect(second).toBe(prerelease.replace('-next.0', ''))
      expect(await tags()).toEqual(expect.arrayContaining(tagsOf(second)))
      const text = await readFile(notes, 'utf8')
      expect(text.trim().split('\n')).toEqual(['- Something new. (client)', '- Something else. (client)'])
      const sbomOf = (name: string) => `${name.replace('@', '').replace('/', '-')}-${second}.cdx.json`
      expect(await readdir(sboms)).toEqual(names.map(sbomOf).toSorted())
    },
    20 * minutes,
  )

  test(
    'is what the registry has after it is repeated',
    async () => {
      const before = await Promise.all(names.map(publishedAs))
      await checkout.pnpm('release', '--no-test')
      expect(await Promise.all(names.map(publishedAs))).toEqual(before)
    },
    10 * minutes,
  )

  test.each(managerNames)(
    'replaces the first in a project of %s',
    async (manager) => {
      const project = projects.get(manager)
      if (project === undefined) throw new Error(`${manager} has not installed the first release.`)
      await project.upgrade()

      await expectInstalled(project, await versionOfAll('latest'))
    },
    10 * minutes,
  )

  test('is what was rehearsed', async ({ annotate }) => {
    const { versions = [] } = (await publishedAs(names[0] ?? '')) ?? {}
    await annotate(
      `${names.length} packages released as ${versions.join(', ')}, the first one killed ${names.length} times; installed and upgraded by ${managerNames.join(', ')}`,
      'figure',
    )
  })
})
