import { readFileSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { packAll } from '../packages/pack.ts'
import { listPublishedPackages, type Package } from '../packages/published.ts'
import { repository } from '../repository.ts'
import { runHere } from '../run-here.ts'
import { releaseNotes } from './notes.ts'
import { obstaclesOf } from './obstacles.ts'
import { publishAll, type Release } from './publish.ts'
import { npmRegistry } from './registry.ts'
import { changedFiles, pushTags, tagCommit } from './tags.ts'
import { writeSboms } from './write-sboms.ts'

/** What `pnpm release` is told. */
export interface ReleaseOptions {
  readonly test: boolean
  readonly dryRun?: true
  readonly pushTags?: true
  /** A file for the text of the release. */
  readonly notes?: string
  /** A folder for the bills of materials. */
  readonly sbom?: string
}

/** Publishes this checkout, or says why it cannot be. */
export async function release(options: ReleaseOptions): Promise<void> {
  const { test, dryRun, pushTags: isPushed } = options
  const packages = listPublishedPackages()
  const obstacles = await findObstacles(packages)
  if (obstacles.length > 0) throw new Error(`Nothing was released:\n- ${obstacles.join('\n- ')}`)
  await runHere('pnpm', [test && !dryRun ? 'test' : 'build'])
  const written = await changedFiles()
  if (written.length > 0)
    throw new Error(`Nothing was released: the build has changed ${written[0]}. Commit that.`)
  await writeTexts(packages, options)
  const folder = await mkdtemp(path.join(tmpdir(), 'release-'))
  try {
    const releases = await packReleases(packages, folder)
    if (dryRun) return sayWhatIsPacked(releases)
    await publishAll(releases, npmRegistry, say)
  } finally {
    await rm(folder, { recursive: true })
  }
  const tags = tagsOf(packages)
  await tagCommit(tags)
  if (isPushed) await pushTags(tags)
  say(isPushed ? 'All tags are set and pushed.' : 'All tags are set. Push them: git push --tags')
}

/** What goes with a release beside its packages. */
async function writeTexts(packages: readonly Package[], { notes, sbom }: ReleaseOptions): Promise<void> {
  if (notes !== undefined) await writeFile(notes, notesOf(packages))
  if (sbom === undefined) return
  await mkdir(sbom, { recursive: true })
  await writeSboms(path.resolve(sbom))
}

async function findObstacles(packages: readonly Package[]): Promise<readonly string[]> {
  const root = JSON.parse(await readFile(path.join(repository, 'package.json'), 'utf8'))
  const withChangelogs = packages.map(({ folder, manifest }) => ({
    manifest,
    changelog: changelogIn(folder),
  }))
  return obstaclesOf({ root, packages: withChangelogs, changed: await changedFiles() })
}

function changelogIn(folder: string): string {
  try {
    return readFileSync(path.join(folder, 'CHANGELOG.md'), 'utf8')
  } catch {
    return ''
  }
}

async function packReleases(packages: readonly Package[], folder: string): Promise<readonly Release[]> {
  const names = packages.map(({ manifest }) => manifest.name)
  const tarballs = await packAll(folder)
  return tarballs.map((tarball) => {
    const { manifest } = packages.find((published) => published.manifest.name === tarball.name) ?? {}
    const needed = Object.keys({ ...manifest?.dependencies, ...(manifest?.['peerDependencies'] ?? {}) })
    return { ...tarball, needs: names.filter((name) => needed.includes(name)) }
  })
}

function notesOf(packages: readonly Package[]): string {
  const changelogs = packages.map(({ folder, manifest }): [string, string] => [
    manifest.name.replace(/^.*\//, ''),
    changelogIn(folder),
  ])
  return releaseNotes(new Map(changelogs), packages[0]?.manifest.version ?? '')
}

/** One for each package, and one for all of them. */
function tagsOf(packages: readonly Package[]): readonly string[] {
  const tags = packages.map(({ manifest: { name, version } }) => `${name}@${version}`)
  return [...tags, `v${packages[0]?.manifest.version}`]
}

function sayWhatIsPacked(releases: readonly Release[]): void {
  for (const { name, version, size } of releases) say(`would publish ${name}@${version} (${size} bytes)`)
}

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}
