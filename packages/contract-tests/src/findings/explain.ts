import { isByChance, type Rule, ruleOrder } from '../document/rule.ts'
import { endedByCall, mayPass } from '../expect/observation.ts'
import { type Context, withoutContext } from './context.ts'
import { keyOf, type ObservedDifference } from './difference.ts'
import { endedTokens } from './ended-tokens.ts'

/** The difference that explains another one; itself where it is a cause. */
export interface Explanation {
  readonly cause: ObservedDifference
  /** Whether the check that met it could not look at what it is about. */
  readonly isBlocked: boolean
}

/**
 * Finds for each difference the one that explains it: with one cause, a server fails many checks. What explains itself is
 * a cause; the others are its consequences.
 */
export function explain(
  observed: readonly ObservedDifference[],
  { refusedBy, hasResponded }: Context = withoutContext,
): ReadonlyMap<string, Explanation> {
  const endings = endedTokens(observed, refusedBy)
  const differences = [...observed, ...endings.values()]
  const byOperation = new Map<string, ObservedDifference[]>()
  for (const each of differences)
    byOperation.set(each.operation, [...(byOperation.get(each.operation) ?? []), each])
  const oneOfMany = (each: ObservedDifference) =>
    hasResponded(each.operation) ? isOneOfMany(byOperation, each) : undefined
  const direct = new Map(
    differences.map((each) => {
      const cause = endings.get(keyOf(each)) ?? findCause(each, byOperation, oneOfMany) ?? each
      return [keyOf(each), cause] as const
    }),
  )
  return new Map(
    observed.map((each) => {
      const cause = followToCause(each, direct)
      return [keyOf(each), { cause, isBlocked: isBlocked(each, cause) }]
    }),
  )
}

/** A check that needed another operation, or read back through it, was kept from its own. */
function isBlocked(difference: ObservedDifference, cause: ObservedDifference): boolean {
  if (difference.rule === 'setup' || difference.observation === 'connection') return true
  return cause.operation !== difference.operation && isBrokenReading(cause, difference)
}

function followToCause(
  difference: ObservedDifference,
  direct: ReadonlyMap<string, ObservedDifference>,
): ObservedDifference {
  const seen = new Set<string>()
  let current = difference
  while (!seen.has(keyOf(current))) {
    seen.add(keyOf(current))
    current = direct.get(keyOf(current)) ?? current
  }
  return current
}

type ByOperation = ReadonlyMap<string, readonly ObservedDifference[]>

type FindCause = (difference: ObservedDifference) => ObservedDifference | undefined

function findCause(
  difference: ObservedDifference,
  all: ByOperation,
  oneOfMany: FindCause,
): ObservedDifference | undefined {
  const own = all.get(difference.operation) ?? []
  const shown = difference.shownBy === difference.operation ? [] : (all.get(difference.shownBy) ?? [])
  return (
    endOfToken(all, difference) ??
    oneOfMany(difference) ??
    own.find((other) => isBroken(other, difference)) ??
    own.find((other) => isSameWithEarlierRule(other, difference)) ??
    own.find((other) => isSameRefusal(other, difference)) ??
    own.find((other) => isComparison(other, difference)) ??
    [...own, ...shown].find((other) => isBodyOfWorkflow(other, difference)) ??
    before(difference, all).find((other) => isStepOfWorkflow(other, difference)) ??
    shown.find((other) => isSameInReading(other, difference)) ??
    shown.find((other) => isBrokenReading(other, difference)) ??
    own.find((other) => oneOfMany(other) === undefined && isSameConnection(other, difference)) ??
    own.find((other) => isSamePart(other, difference)) ??
    own.find((other) => isReadFromBody(other, difference)) ??
    [...all.values()].flat().find((other) => isOfOtherType(other, difference))
  )
}

/** An operation that cannot be called as documented fails whatever needs it, and refuses in its own way. */
function isBroken(cause: ObservedDifference, difference: ObservedDifference): boolean {
  if (cause === difference || cause.rule !== 'valid-call') return false
  if (difference.observation === 'successes of identical concurrent calls' && difference.actual === 'none')
    return cause.observation === 'status'
  if (cause.observation !== 'status' || difference.observation !== 'status') return false
  if (difference.rule === 'valid-call' || cause.actual !== difference.actual) return false
  const isSameDemand = difference.expected.split(' or ').includes(cause.expected)
  return isSameDemand || isFailure(cause.actual) || difference.rule === 'setup'
}

function isFailure(status: string): boolean {
  return !/^2/.test(status)
}

/** The same thing under two rules, where one is more general or is met by the way. */
function isSameWithEarlierRule(cause: ObservedDifference, difference: ObservedDifference): boolean {
  if (cause.observation !== difference.observation || cause.actual !== difference.actual) return false
  // Which of several statuses is expected of an odd method does not matter where none of them comes.
  if (cause.rule === 'method-edges' && difference.rule === 'method-edges')
    return cause.expected.startsWith('2') && difference.expected.startsWith('4')
  const isSame = difference.expected.split(' or ').includes(cause.expected)
  if (!isSame || cause.rule === difference.rule) return false
  if (cause.observation !== 'status') return isEarlier(cause.rule, difference.rule)
  const isOfNames = namesNothing.includes(cause.rule) && namesNothing.includes(difference.rule)
  if (isOfNames && isEarlier(cause.rule, difference.rule)) return true
  return explainedBy[difference.rule]?.includes(cause.rule) ?? false
}

function isEarlier(one: Rule, other: Rule): boolean {
  return !isByChance(one) && ruleOrder.indexOf(one) < ruleOrder.indexOf(other)
}

/** Rules that are met by naming what does not exist, in one way or another. */
const namesNothing: readonly Rule[] = [
  'path-unknown',
  'path-odd',
  'any-path',
  'write-scope',
  'others-untouched',
  'used-once',
]

const ofCredentials = ['credentials-missing', 'credentials-unknown'] as const
const ofBodies = [
  'body-required',
  'body-malformed',
  'body-media-type',
  'body-type',
  'body-member-missing',
  'body-member-null',
  'body-member-type',
  'body-member-value',
  'query-value',
] as const
const ofSuccess = ['role-allowed', 'credentials-accepted', 'limit-value', 'body-unknown-member'] as const

/** Which rules explain that another one is broken with the same status. */
const explainedBy: { readonly [Name in Rule]?: readonly Rule[] } = {
  'credentials-unknown': ['credentials-missing'],
  'credentials-malformed': ofCredentials,
  'credentials-revoked': ofCredentials,
  'credentials-order': ofCredentials,
  'path-odd': ['path-unknown'],
  'any-path': ['path-unknown', 'path-odd', 'path-encoding'],
  'any-valid': ofSuccess,
  'any-invalid': ofBodies,
  'text-odd': [...ofBodies, 'login-refused'],
  'no-secrets': ['login-refused'],
  'login-limit': ['login-refused'],
  'body-unknown-member': ['role-allowed'],
  'body-ignored': ['role-allowed'],
  'once-at-once': ['duplicate-refused', 'used-once'],
  'write-refused': [...ofCredentials, 'role-refused', ...ofBodies],
  'others-untouched': ['role-refused', 'path-unknown'],
  'used-once': ['path-unknown'],
  workflow: ruleOrder.filter((rule) => rule !== 'workflow' && rule !== 'prompt'),
  prompt: ofSuccess,
  setup: ruleOrder.filter((rule) => !['setup', 'workflow', 'prompt'].includes(rule) && !isByChance(rule)),
}

/** The conditions of a workflow look at bodies that are held to the document already. */
function isBodyOfWorkflow(cause: ObservedDifference, difference: ObservedDifference): boolean {
  if (difference.rule !== 'workflow' || !difference.observation.startsWith('$response')) return false
  return cause.operation === difference.shownBy && cause.observation.startsWith('body')
}

/** What differs in the operations that a workflow has called before, and in that of its broken step. */
function before({ observed, shownBy }: ObservedDifference, all: ByOperation): readonly ObservedDifference[] {
  const operations = [...(observed.after ?? []), shownBy]
  return operations.flatMap((operation) => all.get(operation) ?? [])
}

/** A workflow goes wrong where one of its operations does not do what it has to. */
function isStepOfWorkflow(cause: ObservedDifference, difference: ObservedDifference): boolean {
  if (difference.rule !== 'workflow' || cause.observation.startsWith('header')) return false
  return ofEffects.includes(cause.rule)
}

/** What an operation that is called as it has to be called does and shows. */
const ofEffects: readonly Rule[] = [
  ...(['valid-call', 'setup', 'credentials-accepted', 'credentials-revoked', 'role-allowed'] as const),
  ...(['write-stored', 'write-scope', 'used-once', 'order', 'paging'] as const),
]

/** A call with two flaws tells nothing new where the server does not refuse the first of them alone. */
function isSameRefusal(cause: ObservedDifference, difference: ObservedDifference): boolean {
  if (difference.rule !== 'check-order' || cause.observation !== 'status') return false
  const first = refusedFirst[difference.expected]
  return first?.includes(cause.rule) === true && cause.expected === difference.expected
}

const refusedFirst: Readonly<Record<string, readonly Rule[]>> = {
  401: ['credentials-missing'],
  403: ['role-refused', 'workspace-unknown'],
  404: ['workspace-unknown', 'path-unknown'],
  415: ['body-media-type', 'body-required'],
  400: ['body-malformed'],
  422: ['body-type'],
}

/** Who is let in, or told another status, learns what exists: that is not another difference. */
function isComparison(cause: ObservedDifference, difference: ObservedDifference): boolean {
  if (!difference.observation.endsWith(', whether it exists or not')) return false
  return cause.observation === 'status' && (refusedFirst['403'] ?? []).includes(cause.rule)
}

/** A scenario that meets what the operation which it calls does wrong by itself. */
function isSameInReading(cause: ObservedDifference, difference: ObservedDifference): boolean {
  return (
    cause.operation === difference.shownBy &&
    cause.operation !== difference.operation &&
    cause.observation === difference.observation &&
    cause.expected === difference.expected &&
    cause.actual === difference.actual
  )
}

/** A token is refused that an operation had ended before, which had to leave it alone. */
function endOfToken(all: ByOperation, difference: ObservedDifference): ObservedDifference | undefined {
  const { observation, expected, actual, observed } = difference
  const acceptedBy = observed.exchange?.acceptedBy
  if (acceptedBy === undefined || observation !== 'status' || actual !== '401' || expected.includes('401'))
    return undefined
  const isEnd = (each: ObservedDifference) =>
    each.observation === endedByCall.own || each.observation === endedByCall.earlier
  return [...acceptedBy].flatMap((operation) => all.get(operation) ?? []).find(isEnd)
}

/**
 * On a server that fails here and there, what failed several times in a row did not fail for a reason of its own. An operation
 * that has never responded did.
 */
function isOneOfMany(all: ByOperation, difference: ObservedDifference): ObservedDifference | undefined {
  if (difference.rule === 'transient' || !mayPass(difference.observed)) return undefined
  const passing = [...all.values()]
    .flat()
    .filter(({ rule, actual }) => rule === 'transient' && actual === `${difference.actual} in passing`)
  return new Set(passing.map(({ operation }) => operation)).size >= mostByAccident ? passing[0] : undefined
}

/** As many operations do not fail in one way by accident at once. */
const mostByAccident = 4

/** Which way a connection ends, and whether it does so each time, is often a matter of time. */
function isSameConnection(cause: ObservedDifference, difference: ObservedDifference): boolean {
  if (cause.observation !== 'connection' || difference.observation !== 'connection') return false
  if (cause.rule !== difference.rule) return cause.rule === 'valid-call'
  return keyOf(cause) < keyOf(difference)
}

/** One part of a response that is wrong in several ways is one difference. */
function isSamePart(cause: ObservedDifference, difference: ObservedDifference): boolean {
  const areBodies = cause.rule === 'valid-call' && difference.rule === 'valid-call'
  if (!areBodies || !difference.observation.startsWith('body')) return false
  return cause.observation === difference.observation && keyOf(cause) < keyOf(difference)
}

/** What is read from a body that breaks its schema as a whole differs with it. */
function isReadFromBody(cause: ObservedDifference, difference: ObservedDifference): boolean {
  if (cause.rule !== 'valid-call' || cause.observation !== 'body' || difference.rule === 'valid-call')
    return false
  return difference.shownBy === cause.operation && difference.rule.startsWith('write-')
}

/** A property that one operation returns with another type differs from what is sent, and from what others return. */
function isOfOtherType(cause: ObservedDifference, difference: ObservedDifference): boolean {
  if (cause.rule !== 'valid-call' || difference.rule === 'valid-call') return false
  const [expected, actual] = [kindOf(difference.expected), kindOf(difference.actual)]
  if (expected === actual || [expected, actual].includes('absent')) return false
  if (!cause.observation.startsWith('body /')) return false
  return lastStep(cause.observation) === lastStep(difference.observation)
}

/** What kind of JSON value a text of a difference speaks of. */
function kindOf(text: string): string {
  if (/text|case|beginning/.test(text)) return 'string'
  if (/^(?:true|false)$/.test(text)) return 'boolean'
  if (/^-?[\d.]+$/.test(text)) return 'number'
  return text
}

/** What is read back through an operation that is broken itself says nothing about the one that wrote. */
function isBrokenReading(cause: ObservedDifference, difference: ObservedDifference): boolean {
  if (cause.operation === difference.operation) return false
  if (cause.rule !== 'valid-call' && cause.rule !== 'setup') return false
  if (cause.observation === 'connection' || cause.observation === 'body') return true
  if (cause.observation === 'status')
    return difference.observation === 'status' && cause.actual === difference.actual
  return lastStep(cause.observation) === lastStep(difference.observation)
}

/** The member at the end of `body /0/email` or `the account /email`, that by which an item is looked for, or the only word. */
function lastStep(observation: string): string | undefined {
  const [, key] = /^items of .* with the (\w+) looked for$/.exec(observation) ?? []
  return key ?? observation.split(/[ /]/).at(-1)
}
