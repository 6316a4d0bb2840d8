import { type Attempt, RefusedError } from '../errors/index.ts'
import { defaults } from './connection.ts'
import { given } from './given.ts'

/**
 * The options of a client or of a call, without what is null or undefined.
 *
 * @throws RefusedError for an option that does not exist, or that has another type than its default.
 */
export function optionsOf(some: unknown, attempt?: Attempt): Record<string, unknown> {
  const options = given(some, 'options', attempt)
  for (const name in options) {
    const value = options[name]
    const type =
      name === 'signal'
        ? 'AbortSignal'
        : name in defaults
          ? typeof defaults[name as never]
          : `one of ${Object.keys(defaults)}`
    // A text may be a number, and a number or `false` says how often a call is made again.
    const isNumber = Number.parseFloat(`${value}`) === Number(value)
    const isRight =
      name === 'signal'
        ? Object(value).addEventListener
        : (name === 'retry' && (isNumber || value === false)) ||
          (type === 'number' ? isNumber : typeof value === type)
    if (!isRight) throw new RefusedError(name, type, attempt)
  }
  return options
}
