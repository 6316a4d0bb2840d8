import { renderReport } from '../src/formats/console.ts'
import { showReport } from '../src/formats/show-report.ts'
import { chooseStyle } from '../src/formats/style.ts'
import { type Report, type RunOptions, runContract, SetupProblem } from '../src/index.ts'
import type { ExpectedFinding, ZooServer } from './servers/zoo-server.ts'

/** What a run says of a server of the zoo: its report, or why it could not begin. */
export interface ZooRun {
  readonly report?: Report
  readonly problem?: string
}

/** Runs the suite on a server of the zoo, with the accounts that it gives. */
export async function runOn(server: ZooServer, options: Partial<RunOptions> = {}): Promise<ZooRun> {
  const { close, baseUrl, admin, accounts } = await server.start()
  try {
    const report = await runContract({
      baseUrl,
      ...(accounts ? { accounts } : { admin }),
      ...(server.implements && { implements: server.implements }),
      timeout: 3_000,
      manifest: false,
      ...options,
    })
    return { report }
  } catch (error) {
    if (!(error instanceof SetupProblem)) throw error
    return { problem: error.message }
  } finally {
    await close()
  }
}

/** The findings of a report as the zoo writes them down, in an order of their own. */
export function foundIn({ findings }: Report): readonly string[] {
  return findings.map(lineOf).sort()
}

/** What a server of the zoo has to be told, in the same words. */
export function expectedOf({ findings }: ZooServer): readonly string[] {
  return findings.map(lineOf).sort()
}

/** What fails in passing is another operation every time. */
function lineOf({ operations, rule, observation, expected, actual }: ExpectedFinding): string {
  const of = rule === 'transient' ? '*' : [...operations].sort().join(' ')
  return `${of}: ${rule}: ${observation}: expected ${expected}, actual ${actual}`
}

/** How many lines the console has without `--verbose`. */
export function consoleLines(report: Report): number {
  return renderReport(showReport(report), { style: chooseStyle(false, undefined) }).split('\n').length
}
