import { globSync } from 'node:fs'
import { cp, mkdir, readdir } from 'node:fs/promises'
import path from 'node:path'

/** What was written for a release: samples of the docs and READMEs, and tests of types. */
const patterns = [
  'packages/docs/src/samples/*.{ts,tsx}',
  'packages/docs/src/generated/samples/*.{ts,tsx}',
  'packages/*/samples/*.{ts,tsx}',
  'packages/*/src/**/*.test-d.{ts,mts}',
]

/** Keeps the programs of a checkout beside its tarballs. */
export async function savePrograms(checkout: string, folder: string): Promise<void> {
  for (const file of globSync(patterns, { cwd: checkout })) {
    const target = path.join(folder, 'programs', file)
    await mkdir(path.dirname(target), { recursive: true })
    await cp(path.join(checkout, file), target)
  }
}

/**
 * Puts the programs of a release among the unpacked packages of a side: tests of types beside the sources that they import, all others
 * where they find the packages by name.
 *
 * @returns where they lie, from the side.
 */
export async function placePrograms(release: string, side: string): Promise<readonly string[]> {
  const saved = path.join(release, 'programs/packages')
  const files = await readdir(saved, { recursive: true, withFileTypes: true }).catch(() => [])
  const placed = files
    .filter((entry) => entry.isFile())
    .map(async (entry) => {
      const file = path.relative(saved, path.join(entry.parentPath, entry.name))
      const place = /\.test-d\.m?ts$/.test(file) ? 'node_modules/@windmill-user-api' : 'programs'
      await cp(path.join(saved, file), path.join(side, place, file))
      return path.join(place, file)
    })
  return (await Promise.all(placed)).toSorted()
}
