import { mkdtemp, realpath, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Content } from '../../packages/read-tarball.ts'
import { unpackSide } from '../../surface/unpack-side.ts'
import type { Reason } from '../reason.ts'
import { compilePrograms } from './compile-programs.ts'
import { judgeTypes } from './judge-types.ts'
import { placePrograms } from './programs.ts'

type Packages = ReadonlyMap<string, Content>

/** Judges the types of two releases, and compiles what was written for the first with the second. */
export async function compareSurfaces(
  before: Packages,
  after: Packages,
  release: string,
): Promise<readonly Reason[]> {
  const folder = await realpath(await mkdtemp(path.join(tmpdir(), 'surfaces-')))
  try {
    const old = await unpackSide(path.join(folder, 'before'), before)
    const current = await unpackSide(path.join(folder, 'after'), after)
    const judged = judgeTypes(old, current)
    await placePrograms(release, current)
    const programs = await placePrograms(release, old)
    return [...judged, ...compilePrograms(old, current, programs)]
  } finally {
    await rm(folder, { recursive: true })
  }
}
