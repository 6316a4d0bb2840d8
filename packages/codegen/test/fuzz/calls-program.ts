import type { Operation } from '../../src/index.ts'
import type { DrawnOperation } from './drawing/operation.ts'

/** An operation that was not refused, with what the function of the client takes. */
export interface Call {
  readonly drawn: DrawnOperation
  readonly operation: Operation
  readonly input: Readonly<Record<string, unknown>>
}

/** What a user writes: the compiler refuses it where a value that the document allows is none of the type. */
export function callsProgram(calls: readonly Call[]): string {
  const lines = calls.map(
    ({ operation, input }) =>
      `void api.${operation.id}(${Object.keys(input).length > 0 ? written(input) : ''})`,
  )
  return ["import type { UserApi } from './index.ts'", '', 'declare const api: UserApi', ...lines, ''].join(
    '\n',
  )
}

function written(value: unknown): string {
  if (value instanceof Blob) return 'new Blob()'
  if (Array.isArray(value)) return `[${value.map(written).join(', ')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  return `{ ${Object.entries(value)
    .map(([name, member]) => `${JSON.stringify(name)}: ${written(member)}`)
    .join(', ')} }`
}
