import { gzipSync } from 'node:zlib'
import type { Competitor } from './contenders.ts'
import { bundleProgram, type Workshop } from './workshop.ts'

/** Bytes of a program, minified and gzipped; `undefined` where the client has no such program. */
export async function gzipSize(
  workshop: Workshop,
  competitor: Competitor,
  program: string,
): Promise<number | undefined> {
  const bundle = await bundleProgram(workshop, competitor, program)
  return bundle && gzipSync(bundle, { level: 9 }).length
}
