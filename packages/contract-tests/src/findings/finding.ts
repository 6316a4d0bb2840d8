import { meanings } from '../document/meaning.ts'
import type { Place } from '../document/place-of.ts'
import { type Rule, ruleOrder, rules } from '../document/rule.ts'
import { curlCommand } from '../http/curl.ts'
import { requestText, responseText } from '../http/exchange-text.ts'
import type { Secrets } from '../http/secrets.ts'
import type { ObservedDifference } from './difference.ts'
import { placeOfDifference } from './place.ts'
import { type Severity, severities, severityOf } from './severity.ts'
import { titleOf } from './title.ts'

/** One thing that a server does otherwise than the contract says. It holds no secrets. */
export interface Finding {
  /** A name for this run: `F3`. */
  readonly id: string
  readonly severity: Severity
  /** `known` where a deviation accepts it. */
  readonly status: 'new' | 'known'
  /** Why it is accepted; undefined where it is new. */
  readonly reason: string | undefined
  readonly rule: Rule
  /** What the rule demands, in a sentence. */
  readonly demand: string
  /** What it means for a caller that it is broken. */
  readonly meaning: string
  /** What the server does instead: `accepts a call without credentials (200, not 401)`. */
  readonly title: string
  /** The operations that differ in this way. */
  readonly operations: readonly string[]
  /** What was looked at: `status`, `header Allow`, `body /0/email`. */
  readonly observation: string
  /** In which situations of the rule; empty where the rule has one alone. */
  readonly situations: readonly string[]
  /** The same in every run, with placeholders such as `<e-mail>`. */
  readonly expected: string
  readonly actual: string
  /** Where the document says so; undefined for what is not part of it. */
  readonly place: Place | undefined
  /** A request that shows it, as a command for a shell, secrets masked. */
  readonly request: string
  /** The same request as lines of text, secrets masked. */
  readonly requestText: string
  /** The response as lines of text, secrets masked; undefined if there was none. */
  readonly responseText: string | undefined
  /** How many checks show it; of what failed in passing, how many calls. */
  readonly checks: number
}

/** Differences with one cause, and how many checks show them. */
export interface Cause {
  readonly difference: ObservedDifference
  readonly checks: number
  /** Why it is accepted; undefined where it is not. */
  readonly reason: string | undefined
}

/** The findings of a run, ordered by severity, and by which differences each is made of. */
export function toFindings(
  causes: readonly Cause[],
  secrets: Secrets,
): { readonly findings: readonly Finding[]; readonly idOf: (difference: ObservedDifference) => string } {
  const groups = [...group(causes).values()].sort(bySeverity)
  const ids = new Map<ObservedDifference, string>()
  const findings = groups.map((members, index) => {
    const id = `F${index + 1}`
    for (const { difference } of members) ids.set(difference, id)
    return toFinding(id, members, secrets)
  })
  return { findings, idOf: (difference) => ids.get(difference) ?? '' }
}

/** The same cause in several operations is one finding, where it shows in the same situations. */
function group(causes: readonly Cause[]): ReadonlyMap<string, readonly Cause[]> {
  const perOperation = groupBy(causes, ({ difference, reason }) =>
    JSON.stringify([difference.operation, commonKey(difference), reason]),
  )
  const groups = new Map<string, Cause[]>()
  for (const members of perOperation.values()) {
    const [first] = members
    if (!first) continue
    // Errors of every status have one form: which statuses an operation has says nothing about the cause.
    const isForm = first.difference.rule === 'error-body'
    const situations = isForm ? [] : members.map(({ difference }) => difference.situation).sort()
    const key = JSON.stringify([commonKey(first.difference), situations, first.reason])
    groups.set(key, [...(groups.get(key) ?? []), ...members])
  }
  return groups
}

function commonKey({ rule, observation, expected, actual }: ObservedDifference): string {
  return JSON.stringify([rule, observation, expected, actual])
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    const key = keyOf(item)
    groups.set(key, [...(groups.get(key) ?? []), item])
  }
  return groups
}

function bySeverity(one: readonly Cause[], other: readonly Cause[]): number {
  const [first, second] = [one[0]?.difference, other[0]?.difference]
  if (!first || !second) return 0
  return (
    severities.indexOf(severityOf(first)) - severities.indexOf(severityOf(second)) ||
    other.length - one.length ||
    ruleOrder.indexOf(first.rule) - ruleOrder.indexOf(second.rule) ||
    (textOf(first) < textOf(second) ? -1 : 1)
  )
}

function textOf(difference: ObservedDifference): string {
  return `${difference.operation} ${commonKey(difference)} ${difference.situation}`
}

function toFinding(id: string, members: readonly Cause[], secrets: Secrets): Finding {
  const shown = shortest(members.map(({ difference }) => difference))
  const { rule, observation, expected, actual, observed } = shown
  const situations = distinct(members.map(({ difference }) => difference.situation)).filter(Boolean)
  const operations = distinct(members.map(({ difference }) => difference.operation))
  const [reason] = members.map((member) => member.reason)
  const mask = (text: string) => secrets.mask(text)
  return {
    id,
    severity: severityOf(shown),
    status: reason === undefined ? 'new' : 'known',
    reason,
    rule,
    demand: rules[rule],
    meaning: meanings[rule],
    title: titleOf({ rule, observation, expected, actual, situations, operations: operations.length }),
    operations,
    observation,
    situations,
    expected,
    actual,
    place: placeOfDifference(shown),
    request: curlCommand(observed.request, mask),
    requestText: requestText(observed.request, mask),
    responseText: observed.exchange && responseText(observed.exchange.response, mask),
    checks: members.reduce(
      (sum, { checks, difference }) => sum + checks + (difference.observed.count ?? 0),
      0,
    ),
  }
}

function distinct(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)].sort()
}

/** The request that is easiest to repeat. */
function shortest(differences: readonly ObservedDifference[]): ObservedDifference {
  const [first, ...others] = differences
  if (!first) throw new Error('A finding needs a difference.')
  return others.reduce((best, each) => (sizeOf(each) < sizeOf(best) ? each : best), first)
}

function sizeOf({ observed: { request } }: ObservedDifference): number {
  return request.url.length + (request.body?.length ?? 0)
}
