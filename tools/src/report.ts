import { PhaseError } from './pipeline/phases.ts'

/** Says what went wrong in one line and ends with the exit status that fits. */
export function reportAndExit(error: unknown): never {
  process.stderr.write(`\n${error instanceof Error ? error.message : String(error)}\n`)
  process.exit(error instanceof PhaseError ? error.exitCode : 1)
}
