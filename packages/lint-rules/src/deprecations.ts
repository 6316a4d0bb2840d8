import { explain, oneOf, quote } from './message.ts'
import { nearest } from './nearest.ts'
import type { Location } from './redocly.ts'

export const since = 'x-deprecated-since'
const sunset = 'x-sunset'
export const replacedBy = 'x-replaced-by'
const reason = 'x-deprecated-reason'
const extensions = [since, sunset, replacedBy, reason]

/** What a rule reports, and where. */
export interface Problem {
  message: string
  location: Location
}

const isDay = (value: unknown): boolean =>
  typeof value === 'string' &&
  /^\d{4}-\d\d-\d\d$/.test(value) &&
  new Date(value).toJSON()?.startsWith(value) === true

/** What an operation, a parameter or a schema says of being deprecated, apart from the names that it mentions. */
export const problemsOf = (
  node: Record<string, unknown>,
  location: Location,
  needed: string[],
): Problem[] => {
  const [first] = extensions.filter((key) => key in node)
  if (node['deprecated'] !== true) return first === undefined ? [] : [withoutMark(first, node, location)]
  return [
    ...[since, sunset]
      .filter((key) => key in node && !isDay(node[key]))
      .map((key) => noDay(key, node, location)),
    ...(isDay(node[since]) && isDay(node[sunset]) && String(node[sunset]) <= String(node[since])
      ? [tooEarly(node, location)]
      : []),
    ...needed.filter((key) => !(key in node)).map((key) => missing(key, location)),
    ...(replacedBy in node || reason in node ? [] : [withoutAdvice(location)]),
  ]
}

const withoutMark = (key: string, node: Record<string, unknown>, location: Location): Problem => ({
  message: explain({
    wrong: `${key} says nothing of what is not deprecated`,
    expected: '`deprecated: true` beside it',
    right: `deprecated: true\n${key}: ${String(node[key])}`,
    found: quote(node['deprecated']),
  }),
  location: location.child(key).key(),
})

const noDay = (key: string, node: Record<string, unknown>, location: Location): Problem => ({
  message: explain({
    wrong: `${key} is no day`,
    expected: 'a year, a month and a day',
    right: `${key}: 2027-05-01`,
    found: quote(node[key]),
  }),
  location: location.child(key),
})

const tooEarly = (node: Record<string, unknown>, location: Location): Problem => ({
  message: explain({
    wrong: 'It would stop working before it is deprecated',
    expected: `a day after ${String(node[since])}`,
    right: `${sunset}: ${Number(String(node[since]).slice(0, 4)) + 1}${String(node[since]).slice(4)}`,
    found: String(node[sunset]),
  }),
  location: location.child(sunset),
})

const missing = (key: string, location: Location): Problem => ({
  message: explain({
    wrong: `A deprecated operation lacks ${key}`,
    expected: 'the day from which it is deprecated, which every response says (RFC 9745)',
    right: `${key}: 2026-11-01`,
    found: '`deprecated: true` alone',
  }),
  location: location.child('deprecated').key(),
})

const withoutAdvice = (location: Location): Problem => ({
  message: explain({
    wrong: 'Callers are not told what to do instead',
    expected: `${replacedBy} with the name of what replaces it, or ${reason} with why nothing does`,
    right: `${reason}: Its list has no pages, and no other operation has it.`,
    found: '`deprecated: true` without either',
  }),
  location: location.child('deprecated').key(),
})

/** A replacement that is not there. */
export const unknownName = (
  what: string,
  replacement: unknown,
  known: string[],
  location: Location,
): Problem => {
  const meant = nearest(String(replacement), known)
  return {
    message: explain({
      wrong: `${String(replacement)} is no ${what}`,
      meant,
      expected: known.length > 8 ? `another ${what}` : `another ${what}: ${oneOf(known)}`,
      right: `${replacedBy}: ${meant ?? known[0] ?? '…'}`,
      found: String(replacement),
    }),
    location: location.child(replacedBy),
  }
}
