import { type Attempt, RefusedError } from '../errors/index.ts'
import { defaults } from './connection.ts'
import { given } from './given.ts'

/**
 * The options of a client or of a call, without what is null or undefined. Hooks, and what `retry` consists of, stand among them.
 *
 * @throws RefusedError for an option that does not exist, or that has another type than its default.
 */
export function optionsOf(some: unknown, attempt?: Attempt): Record<string, unknown> {
  const { hooks, retry, ...options } = given(some, 'options', attempt)
  Object.assign(
    options,
    given(hooks, 'hooks', attempt),
    given((retry ?? {}) || { retries: 0 }, 'retry', attempt),
  )
  for (const name in options) {
    // Only what it may be: each is looked at below.
    const value = options[name] as string & AbortSignal
    const isSignal = name === 'signal'
    // Without a default, it is a hook.
    const type = isSignal
      ? 'AbortSignal'
      : name in defaults
        ? typeof (defaults[name as never] ?? given)
        : `one of ${Object.keys(defaults)}`
    const isRight = isSignal ? value.addEventListener : typeof value === type && !Number.isNaN(value)
    if (!isRight) throw new RefusedError(name, type, attempt)
  }
  return options
}
