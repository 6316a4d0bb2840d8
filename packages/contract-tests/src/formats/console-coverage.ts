import {
  type Coverage,
  isExercised,
  type OperationCoverage,
  type StatusCoverage,
} from '../findings/coverage.ts'
import { type CallerRole, roles } from '../http/token-book.ts'
import type { Style } from './style.ts'

/** One letter for each role, so that a table of all statuses fits a terminal. */
const letters: { readonly [Name in CallerRole]: string } = {
  nobody: 'n',
  user: 'u',
  outsider: 'o',
  member: 'm',
  'workspace-admin': 'w',
  'super-admin': 's',
  other: 'x',
}

const words: { readonly [Name in CallerRole]: string } = {
  nobody: 'nobody',
  user: 'user',
  outsider: 'admin of another workspace',
  member: 'member',
  'workspace-admin': 'workspace admin',
  'super-admin': 'super admin',
  other: 'an account of the check’s own',
}

/** Operation × status × role: what was returned, and which documented statuses were not. */
export function renderCoverage(coverage: Coverage, style: Style, verbose = true): string[] {
  const { operations, documented, exercised } = coverage
  if (documented === 0) return []
  const share = `${exercised} of ${documented} documented statuses exercised (${percent(exercised, documented)})`
  const legend = roles.map((role) => `${letters[role]} ${words[role]}`).join(', ')
  if (!verbose) return [share]
  return [
    [
      style.strong('responses by role'),
      ...renderTable(operations, style),
      style.faint(`  ${legend}, - none, · not documented`),
    ].join('\n'),
    [share, ...renderReasons(operations)].join('\n'),
  ]
}

function percent(part: number, whole: number): string {
  return `${((100 * part) / whole).toFixed(1)} %`
}

function renderTable(operations: readonly OperationCoverage[], style: Style): string[] {
  const columns = [
    ...new Set(operations.flatMap(({ statuses }) => statuses.map(({ status }) => status))),
  ].sort()
  const head = ['', ...columns]
  const rows = operations.map((operation) => [
    operation.operation,
    ...columns.map((column) => cell(operation.statuses.find(({ status }) => status === column))),
  ])
  const widths = head.map((title, column) =>
    Math.max(title.length, ...rows.map((row) => (row[column] ?? '').length)),
  )
  const line = (cells: readonly string[]) =>
    `  ${cells.map((text, column) => text.padEnd(widths[column] ?? 0)).join(' ')}`.trimEnd()
  return [style.faint(line(head)), ...rows.map(line)]
}

function cell(status: StatusCoverage | undefined): string {
  if (!status) return ''
  const present = roles.filter((role) => status.roles[role] !== undefined)
  const text = present.map((role) => letters[role]).join('')
  return status.documented ? text || '-' : `${text}·`
}

function renderReasons(operations: readonly OperationCoverage[]): string[] {
  const byReason = new Map<string, string[]>()
  for (const { operation, statuses } of operations) {
    for (const status of statuses.filter((each) => each.documented && !isExercised(each))) {
      const reason = status.reason ?? ''
      byReason.set(reason, [...(byReason.get(reason) ?? []), `${operation} ${status.status}`])
    }
  }
  return [...byReason].map(([reason, names]) => {
    // More than one reads are counted: the table shows which.
    const which = names.length > 12 ? `${names.length} statuses` : names.join(', ')
    return `  – ${which}: ${reason}`
  })
}
