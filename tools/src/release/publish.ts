import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { setTimeout } from 'node:timers/promises'
import { gt } from 'semver'
import type { Tarball } from '../packages/pack.ts'
import type { Registry } from './registry.ts'

/** A tarball with the packages of the same release that it needs. */
export interface Release extends Tarball {
  readonly needs: readonly string[]
}

/** Those that others need come first, so that at no moment a published package needs one that is not. */
export function inOrder(releases: readonly Release[]): readonly Release[] {
  const ordered: Release[] = []
  const add = (release: Release) => {
    if (ordered.includes(release)) return
    for (const needed of releases.filter(({ name }) => release.needs.includes(name))) add(needed)
    ordered.push(release)
  }
  for (const release of releases) add(release)
  return ordered
}

/**
 * Publishes what the registry does not have, and ends when it has everything. Can be repeated after any interruption.
 *
 * @throws where a version was published with other bytes.
 */
export async function publishAll(
  releases: readonly Release[],
  registry: Registry,
  say: (line: string) => void,
): Promise<void> {
  for (const release of inOrder(releases)) {
    const { name, version, file } = release
    const isThere = await isPublished(release, registry)
    if (!isThere) await registry.publish(file, distTagFor(version, await registry.latestOf(name)))
    say(`${name}@${version} ${isThere ? 'was published before' : 'is published'}`)
  }
  for (const release of releases) await untilPublished(release, registry)
}

async function isPublished({ name, version, file }: Release, registry: Registry): Promise<boolean> {
  const published = await registry.integrityOf(name, version)
  if (published === undefined) return false
  const packed = `sha512-${createHash('sha512')
    .update(await readFile(file))
    .digest('base64')}`
  if (published === packed) return true
  throw new Error(
    `${name}@${version} is published with other contents. Continue a release from the commit that began it, or run: pnpm bump`,
  )
}

/** A registry may take a moment to show what it has accepted. */
async function untilPublished(release: Release, registry: Registry, attempts = 10): Promise<void> {
  if (await isPublished(release, registry)) return
  if (attempts === 0)
    throw new Error(`The registry accepted ${release.name}@${release.version}, and does not have it.`)
  await setTimeout(3_000)
  await untilPublished(release, registry, attempts - 1)
}

/**
 * The name under which npm finds a version. A prerelease goes by its own, such as `next`; a fix of an older line must not become what
 * everyone installs.
 */
export function distTagFor(version: string, latest: string | undefined): string {
  const [, prerelease] = /^\d+\.\d+\.\d+-([a-z]+)/.exec(version) ?? []
  if (prerelease !== undefined) return prerelease
  if (latest === undefined || latest.includes('-') || gt(version, latest)) return 'latest'
  return `release-${version.split('.').slice(0, 2).join('.')}`
}
