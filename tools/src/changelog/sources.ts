import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { repository } from '../repository.ts'
import type { ReleaseSources } from './describe-release.ts'
import type { Release } from './release.ts'

/** The releases so far. `pnpm bump` adds to it, and it is committed from the first one on. */
export const recorded: string = path.join(repository, 'spec/changes.json')

/** The same with what is not released yet: what is published. */
export const built: string = path.join(repository, 'spec/dist/changes.json')

/** What the next release of this checkout is made of. The document is bundled. */
export function readSources(): ReleaseSources {
  // Those of a prerelease are kept in a folder of their own until the release.
  const notes = globSync('.changeset/{*,pre/*}.md', { cwd: repository }).toSorted()
  return {
    notes: notes.map((file) => readFileSync(path.join(repository, file), 'utf8')),
    operations: publishedOperations(),
    before: readReleases(recorded),
  }
}

/** The releases that a file has, the newest first; none where there is no file yet. */
export function readReleases(file: string): readonly Release[] {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).releases
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return []
    throw new Error(`${file} cannot be read. "pnpm bump" writes it: take it from the last commit.`, { cause })
  }
}

export function inJson(releases: readonly Release[]): string {
  return `${JSON.stringify({ releases }, undefined, 2)}\n`
}

function publishedOperations(): readonly string[] {
  const bundle = readFileSync(path.join(repository, 'spec/dist/openapi.json'), 'utf8')
  const paths: Readonly<Record<string, Readonly<Record<string, { readonly operationId?: string }>>>> =
    JSON.parse(bundle).paths
  return Object.values(paths).flatMap((item) =>
    Object.values(item).flatMap(({ operationId }) => operationId ?? []),
  )
}
