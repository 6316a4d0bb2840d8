import { markdownTable } from '../markdown-table.ts'
import type { Together } from './faults.ts'

/** What has to be named of faults that are planted together. */
const aim = { named: 0.95, findingsPerFault: 2 }

/** Faults that were planted together, in a row for each server. */
export function renderTogether(outcomes: readonly Together[]): string {
  const head = ['server', 'faults', 'named right', 'findings per fault', 'findings not true', 'console lines']
  const rows = outcomes.map((outcome) => rowOf(outcome.name, [outcome]))
  const missed = outcomes.flatMap(({ name, faults }) =>
    faults.filter(({ isNamed }) => !isNamed).map((fault) => `${name}: ${fault.name}`),
  )
  const untrue = outcomes.flatMap(({ name, untrue: lines }) => lines.map((line) => `${name}: ${line}`))
  return [
    markdownTable(head, [...rows, rowOf('**all**', outcomes)]),
    list('Not named:', missed),
    ...(untrue.length === 0 ? [] : [list('Not true:', untrue)]),
  ].join('\n')
}

/** Whether enough is named, in few enough findings, and nothing else is told. */
export function isEnough(outcomes: readonly Together[]): boolean {
  const { planted, named, findings, untrue } = sum(outcomes)
  return named >= aim.named * planted && findings <= aim.findingsPerFault * planted && untrue === 0
}

function rowOf(name: string, outcomes: readonly Together[]): string[] {
  const { planted, named, findings, untrue, lines } = sum(outcomes)
  const share = ((100 * named) / planted).toFixed(1)
  return [
    name,
    String(planted),
    `${named} (${share} %)`,
    (findings / planted).toFixed(2),
    String(untrue),
    String(lines),
  ]
}

function sum(outcomes: readonly Together[]) {
  const faults = outcomes.flatMap((outcome) => outcome.faults)
  return {
    planted: faults.length,
    named: faults.filter(({ isNamed }) => isNamed).length,
    findings: outcomes.reduce((count, outcome) => count + outcome.findings, 0),
    untrue: outcomes.reduce((count, outcome) => count + outcome.untrue.length, 0),
    lines: Math.max(...outcomes.map((outcome) => outcome.lines)),
  }
}

function list(title: string, items: readonly string[]): string {
  return items.length === 0
    ? `${title} none.\n`
    : `${title}\n\n${items.map((item) => `- ${item}\n`).join('')}`
}
