import { execFile } from 'node:child_process'
import path from 'node:path'
import { promisify } from 'node:util'
import { median } from '../median.ts'
import type { Competitor } from './contenders.ts'
import { writeAdapter } from './load.ts'
import type { Workshop } from './workshop.ts'

const run = promisify(execFile)
const program = path.join(import.meta.dirname, 'first-call/program.ts')
const rounds = 25

/**
 * Milliseconds from the import of a client to its first result, each time in a process of its own, against a server in that process: the
 * median of all rounds. The clients take turns, so that what else the machine does slows all of them.
 */
export async function measureFirstCall(
  workshop: Workshop,
  contenders: readonly Pick<Competitor, 'folder'>[],
): Promise<number[]> {
  const files: string[] = []
  for (const contender of contenders) files.push(await writeAdapter(workshop, contender))
  const times = files.map((): number[] => [])
  for (let round = 0; round < rounds; round++)
    for (const [index, file] of files.entries()) {
      const { stdout } = await run(process.execPath, [program, file])
      times[index]?.push(Number(stdout))
    }
  return times.map(median)
}
