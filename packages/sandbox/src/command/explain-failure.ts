import { explainListening } from './command-line.ts'
import type { CommandOptions } from './command-options.ts'

/** Says why the sandbox did not start, and what to do about it. */
export function explainFailure(error: unknown, { port, host }: CommandOptions): string {
  return explainListening(error, `${host}:${port}`)
}
