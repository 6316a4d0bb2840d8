import { type Attempt, RefusedError } from '../errors/index.ts'
import { isUserApiError } from './guards.ts'

/** Makes something of what was given, or refuses what was given if that fails. */
export function refusing<Made>(attempt: Attempt, argument: string, expected: string, make: () => Made): Made {
  try {
    return make()
  } catch (error) {
    if (isUserApiError(error)) throw error
    // Without a cause: what `Headers` throws quotes the value, which may be a secret.
    throw new RefusedError(argument, expected, attempt)
  }
}
