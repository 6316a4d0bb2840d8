import { markdownTable } from '../../src/bench/markdown-table.ts'
import type { OfficialCommand } from './commands.ts'

/** What came of a command. */
export interface CommandOutcome {
  readonly status: number
  /** What it printed on both streams, without colors. */
  readonly output: string
  /** The operations that the sandbox was asked for. */
  readonly operations: readonly string[]
}

/** A command and what came of it. */
export type TriedCommand = readonly [OfficialCommand, CommandOutcome]

/** The page that tells users of `wmill` what to expect of a sandbox. */
export function commandPage(tried: readonly TriedCommand[], version: string): string {
  const rows = tried.map(([{ line, note }, { status, operations }]) => [
    `\`wmill ${line}\``,
    operations.map((operation) => `\`${operation}\``).join(', ') || 'none',
    [status === 0 ? 'works' : `exits with ${status}`, ...(note === undefined ? [] : [note])].join('; '),
  ])
  return `# Windmill's command line and the sandbox

[\`windmill-cli\`](https://www.npmjs.com/package/windmill-cli) ${version}, the command \`wmill\`, works with a sandbox as far as it calls the user API:

\`\`\`
npx @windmill-user-api/sandbox
npx windmill-cli workspace add demo demo http://localhost:8000 --token Qm3vK9xTzLr8WfYb2HnCd5PsGj7AeUkX
npx windmill-cli workspace whoami
\`\`\`

The table shows what happened when a test ran each command. Commands for scripts, flows, jobs and the rest of Windmill call paths that the
sandbox does not have, and fail with \`404\`.

${markdownTable(['command', 'calls', 'result'], rows)}
The test writes this page: \`pnpm test:full --project tools official-clients -u\`.
`
}
