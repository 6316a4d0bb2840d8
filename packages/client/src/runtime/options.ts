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
  check(given(options['hooks'], 'hooks', attempt), defaults.hooks, attempt)
  check(options, defaults, attempt)
  return options
}

/** Looks at options. An object of hooks may have members of its own. */
function check(
  options: Readonly<Record<string, unknown>>,
  known: Readonly<Record<string, unknown>>,
  attempt?: Attempt,
): void {
  for (const name in options) {
    // Only what it may be: each is looked at below.
    const value = options[name] as AbortSignal
    const isSignal = name === 'signal'
    // Without a default, it is a hook.
    const type = isSignal
      ? 'AbortSignal'
      : name in known
        ? typeof (known[name] ?? given)
        : `${Object.keys(known)}`
    const isRight = isSignal ? value.addEventListener : typeof value === type && !Number.isNaN(value)
    if (!isRight && (known === defaults || /^on/.test(name))) throw new RefusedError(name, type, attempt)
  }
}
