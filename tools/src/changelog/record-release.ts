import type { Release } from './release.ts'

/** Gives what is not released yet its version. A prerelease leaves it for the release that follows. */
export function recordRelease(
  releases: readonly Release[],
  version: string,
  date: string,
): readonly Release[] {
  const before = releases.filter((release) => release.version !== undefined)
  const next = releases.find((release) => release.version === undefined)
  return next === undefined || version.includes('-') ? before : [{ version, date, ...next }, ...before]
}
