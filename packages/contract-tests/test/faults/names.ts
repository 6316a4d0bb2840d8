import type { Finding, Observation } from '../../src/index.ts'
import type { Fault } from './fault.ts'

/** What was told of a server, whoever told it. */
interface Told {
  readonly operations: readonly string[]
  readonly text: string
}

/** What a check observed, under its title. */
export function toldByCheck(
  title: string,
  {
    operation,
    observation,
    expected,
    actual,
  }: Pick<Observation, 'operation' | 'observation' | 'expected' | 'actual'>,
): Told {
  return { operations: [operation], text: `${title} ${observation} ${expected} ${actual}` }
}

/** What a report says. */
export function toldByFinding(finding: Finding): Told {
  const { operations, title, observation, expected, actual, situations } = finding
  return { operations, text: [title, observation, expected, actual, ...situations].join(' ') }
}

/** Whether it tells the operation, or another one by whose name the fault may be told, and the member, status or header. */
export function names({ operations, text }: Told, { operation, also = [], mentions }: Fault): boolean {
  const isBlamed = operations.some((name) => name === operation || also.includes(name))
  return isBlamed && (mentions?.test(text) ?? true)
}
