import { type Attempt, RefusedError } from '../errors/index.ts'
import { defaults } from './connection.ts'
import { given } from './given.ts'

/**
 * The options of a client or of a call, without what is null or undefined. What `retry` consists of stands among them.
 *
 * @throws RefusedError for an option that does not exist, or that has another type than its default; for a hook, too.
 */
export function optionsOf(some: unknown, attempt?: Attempt): Record<string, unknown> {
  const { retry, ...others } = given(some, 'options', attempt)
  const options: Record<string, unknown> = {
    ...others,
    ...given((retry ?? {}) || { retries: 0 }, 'retry', attempt),
  }
  const all: Readonly<Record<string, unknown>> = {
    ...given(options['hooks'], 'hooks', attempt),
    ...options,
  }
  for (const name in all) {
    // Only what it may be: each is looked at below.
    const value = all[name] as AbortSignal
    const isSignal = name === 'signal'
    // Without a default, it is a hook.
    const type = isSignal
      ? 'AbortSignal'
      : name in defaults
        ? typeof (defaults[name as never] ?? given)
        : (Object.keys(defaults) as never)
    const isRight = isSignal ? value.addEventListener : typeof value === type && !Number.isNaN(value)
    // An object of hooks may have members of its own.
    if (!isRight && (name in options || /^on/.test(name))) throw new RefusedError(name, type, attempt)
  }
  return options
}
