/** Says what went wrong in one line and ends with the exit status that the error names, or with 1. */
export function reportAndExit(error: unknown): never {
  process.stderr.write(`\n${error instanceof Error ? error.message : String(error)}\n`)
  process.exit(exitCodeOf(error) ?? 1)
}

/** By its member and not by its class: the lint of the document would load all that builds it. */
function exitCodeOf(error: unknown): number | undefined {
  if (!(error instanceof Error && 'exitCode' in error)) return undefined
  return typeof error.exitCode === 'number' ? error.exitCode : undefined
}
