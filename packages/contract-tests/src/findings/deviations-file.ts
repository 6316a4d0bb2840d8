import { writeFileSync } from 'node:fs'
import { stringify } from 'yaml'
import { isRule, rules } from '../document/rule.ts'
import { SetupProblem } from '../errors.ts'
import { readChecked } from '../files/checked-file.ts'
import { operations } from '../generated/operations.ts'
import type { Deviation } from './deviation.ts'
import type { Report } from './report.ts'

/**
 * Reads a file of known deviations.
 *
 * @throws `SetupProblem` with the line where the file breaks `schemas/deviations.schema.json`, or names what there is not.
 */
export function readDeviations(file: string): readonly Deviation[] {
  const { value, lineOf } = readChecked(file, 'deviations.schema.json')
  // The schema has just been held against it.
  const { deviations } = value as { readonly deviations: readonly Deviation[] }
  for (const [index, { operation, rule }] of deviations.entries()) {
    if (!Object.hasOwn(operations, operation))
      throw unknown(
        `${file}:${lineOf(['deviations', index, 'operation'])}`,
        'operation',
        operation,
        operations,
      )
    if (!isRule(rule)) throw unknown(`${file}:${lineOf(['deviations', index, 'rule'])}`, 'rule', rule, rules)
  }
  return deviations
}

function unknown(place: string, what: string, name: string, known: object): SetupProblem {
  return new SetupProblem(
    `${place}: no ${what} is called "${name}". Expected one of ${Object.keys(known).join(', ')}.`,
  )
}

/** Writes a file that lists all that a run has found, known or not. */
export function writeDeviations(file: string, report: Report): void {
  const found = [...report.known, ...report.violations]
  const deviations = found
    .filter(
      ({ operation, rule }, index) =>
        index === found.findIndex((each) => each.operation === operation && each.rule === rule),
    )
    .map((violation) => ({
      operation: violation.operation,
      rule: violation.rule,
      reason:
        'reason' in violation
          ? violation.reason
          : `Found on ${report.startedAt.slice(0, 10)}: expected ${violation.expected}, came ${violation.came}.`,
    }))
  const head = `# Known deviations of ${report.baseUrl}. Each entry says why it is accepted; one that no longer occurs fails the run.\n`
  writeFileSync(file, head + stringify({ deviations }))
}
