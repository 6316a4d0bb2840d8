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
    // Only what it may be: each is looked at below.
    const value = options[name] as string & AbortSignal
    const isSignal = name === 'signal'
    const type = name in defaults ? typeof defaults[name as never] : `one of ${Object.keys(defaults)}`
    // A text may be a number, and a number or `false` says how often a call is made again.
    const isNumber = parseFloat(value) === Number(value)
    const isRight = isSignal
      ? value.addEventListener
      : type === 'number'
        ? isNumber
        : typeof value === type || (name === 'retry' && (isNumber || (value as unknown) === false))
    if (!isRight) throw new RefusedError(name, isSignal ? 'AbortSignal' : type, attempt)
  }
  return options
}
