import { closeSync, existsSync, mkdirSync, openSync, rmSync } from 'node:fs'
import path from 'node:path'
import { SetupProblem } from '../errors.ts'
import type { CommandOptions } from './options.ts'

const endings = { junit: 'xml', sarif: 'sarif', har: 'har', json: 'json', html: 'html' } as const

type Paths = Pick<CommandOptions, 'report' | 'writeDeviations' | 'pruneDeviations' | 'deviations'>

/**
 * Tries every file that is written at the end of a run, so that a run of minutes does not end without its report.
 *
 * @throws `SetupProblem` with the file, the reason and a right example.
 */
export function tryPaths({ report = [], writeDeviations, pruneDeviations, deviations }: Paths): void {
  for (const { kind, file } of report)
    tryFile(file, `The report ${file}`, `--report ${kind}=contract.${endings[kind]}`)
  if (writeDeviations !== undefined)
    tryFile(writeDeviations, `The file ${writeDeviations}`, '--write-deviations deviations.yaml')
  if (pruneDeviations && deviations !== undefined)
    tryFile(deviations, `The file ${deviations}`, '--deviations deviations.yaml')
  refuseTwice([
    ...report.map(({ file }) => file),
    ...(writeDeviations === undefined ? [] : [writeDeviations]),
  ])
}

/** Leaves a file that exists as it is, and none where there was none. */
function tryFile(file: string, what: string, example: string): void {
  try {
    mkdirSync(path.dirname(file), { recursive: true })
    const existed = existsSync(file)
    closeSync(openSync(file, 'a'))
    if (!existed) rmSync(file)
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new SetupProblem(
      `${what} cannot be written: ${reason}. Expected a file in a folder that can be written, such as ${example}.`,
      { cause },
    )
  }
}

function refuseTwice(files: readonly string[]): void {
  const seen = new Set<string>()
  for (const file of files.map((each) => path.resolve(each))) {
    if (seen.has(file))
      throw new SetupProblem(
        `Two outputs go to ${file}. Expected a file for each, such as --report junit=contract.xml --report json=contract.json.`,
      )
    seen.add(file)
  }
}
