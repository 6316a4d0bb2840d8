import type { Context } from './context.ts'
import { keyOf, type ObservedDifference } from './difference.ts'

/** Which operation ends a token in which way, as the checks of revoked credentials call it. */
const endedBy: Readonly<Record<string, string>> = {
  'a token that was logged out': 'logout',
  'a token that was deleted': 'deleteToken',
  'a token that has expired': 'createToken',
  'a session from before the password was changed': 'setPassword',
  'a token of an account that was deleted': 'deleteGlobalUser',
}

/**
 * Accepted by this many operations, and by more than refuse it, an ended token has not been ended: one that accepts it alone has a
 * memory of its own. Where the operation that had to end it seems to have done so, it takes more of them.
 */
const fewest = { shown: 4, otherwise: 6 }

/**
 * A token that most operations go on to accept was not ended by the operation that had to: that one differs, and not all of
 * the others. Gives for each consequence the difference that explains it.
 */
export function endedTokens(
  differences: readonly ObservedDifference[],
  refusedBy: Context['refusedBy'],
): ReadonlyMap<string, ObservedDifference> {
  const explained = new Map<string, ObservedDifference>()
  for (const [situation, operation] of Object.entries(endedBy)) {
    const shown = differences.filter(
      (each) => each.rule === 'credentials-revoked' && each.situation === situation,
    )
    // Whatever came but 401: the token was accepted, and the call refused for another reason or not at all.
    const first = shown.find(({ actual }) => actual.startsWith('2'))
    const own = differences.filter((each) => isOwnScenario(each, operation))
    const needed = own.length > 0 ? fewest.shown : fewest.otherwise
    const accepting = new Set(shown.map((each) => each.operation))
    const refusing = [...refusedBy(situation)].filter((each) => !accepting.has(each))
    if (!first || accepting.size < needed || accepting.size <= refusing.length) continue
    const cause: ObservedDifference = {
      ...first,
      operation,
      shownBy: operation,
      situation,
      actual: '200',
    }
    for (const each of [...shown, ...own]) explained.set(keyOf(each), cause)
    explained.delete(keyOf(cause))
  }
  return explained
}

/** The scenario of the operation itself, which tries the token once it is ended. */
function isOwnScenario(
  { operation, rule, observation, expected, actual }: ObservedDifference,
  by: string,
): boolean {
  const isTried = observation === 'status' && expected === '401' && actual.startsWith('2')
  return operation === by && isTried && ['write-stored', 'write-scope', 'credentials-revoked'].includes(rule)
}
