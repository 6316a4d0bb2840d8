import type { Rule } from '../document/rule.ts'
import { endedByCall } from '../expect/observation.ts'
import type { Difference } from './difference.ts'

/** What a title is made from. */
export type Titled = Pick<Difference, 'rule' | 'observation' | 'expected' | 'actual'> & {
  readonly situations: readonly string[]
  /** How many operations differ in this way. */
  readonly operations: number
}

/**
 * What the server does instead, in a sentence without its subject, the operations: `accepts a call without credentials (200, not
 * 401)`.
 */
export function titleOf(finding: Titled): string {
  const title = titleOfOne(finding)
  if (finding.operations < 2) return title
  return title.replace(/^\w+/, (verb) => plurals[verb] ?? verb)
}

function titleOfOne(finding: Titled): string {
  const { observation, rule, actual, expected } = finding
  if (rule === 'transient') return observation === 'status' ? `returns ${actual}` : actual
  if (observation === 'status') return statusTitle(finding)
  if (observation === 'connection') return actual
  if (observation === endedByCall.own) return 'ends the token that it is called with'
  if (observation === endedByCall.earlier) return `ends ${observation}`
  if (/^header [\w-]+$/.test(observation)) return headerTitle(finding)
  if (observation === 'body' || observation.startsWith('body /')) return bodyTitle(finding)
  return `differs in ${observation}: ${actual}, expected ${expected}${inSituations(finding)}`
}

/** The verbs of titles, for several operations. */
const plurals: Readonly<Record<string, string>> = {
  accepts: 'accept',
  breaks: 'break',
  closes: 'close',
  differs: 'differ',
  ends: 'end',
  fails: 'fail',
  gives: 'give',
  omits: 'omit',
  refuses: 'refuse',
  resets: 'reset',
  returns: 'return',
  sends: 'send',
}

/** The caller or the input of a call that breaks a rule, to follow "accepts" or "for". */
const circumstances: { readonly [Name in Rule]?: string } = {
  'valid-call': 'a valid call',
  'role-allowed': 'a caller with a higher role',
  'role-refused': 'a caller without the role',
  'credentials-accepted': 'valid credentials',
  'credentials-missing': 'a call without credentials',
  'credentials-unknown': 'an unknown token',
  'credentials-malformed': 'a malformed token',
  'credentials-revoked': 'a revoked or expired token',
  'credentials-order': 'a token in the wrong place',
  'workspace-unknown': 'a workspace that does not exist',
  'path-unknown': 'a path value that does not exist',
  'path-odd': 'a path with unusual characters',
  'path-encoding': 'malformed percent-encoding',
  'any-path': 'a random path value that does not exist',
  'body-required': 'a call without a body',
  'body-malformed': 'a malformed body',
  'body-media-type': 'a body of another media type',
  'body-type': 'a body of the wrong JSON type',
  'body-member-missing': 'a body without a required property',
  'body-member-null': 'null',
  'body-member-type': 'a value of the wrong type',
  'body-member-value': 'a value outside its limits',
  'body-unknown-member': 'a property that the schema does not name',
  'body-ignored': 'a body that the operation does not have',
  'body-size': 'a large body',
  'query-value': 'an invalid query value',
  'limit-value': 'a value at its limit',
  'any-valid': 'a random valid call',
  'any-invalid': 'a random invalid call',
  'check-order': 'a call with two errors',
  'method-not-allowed': 'another method',
  'method-edges': 'HEAD or OPTIONS',
  setup: 'a call that other checks need',
}

/** The same, where it is the success of the call that is missed. */
const validCircumstances: typeof circumstances = {
  'path-encoding': 'a path value with valid percent-encoding',
}

function statusTitle(finding: Titled): string {
  const { rule, expected, actual } = finding
  const to = (expected.startsWith('2') ? validCircumstances[rule] : undefined) ?? circumstances[rule]
  const accepts = /^2/.test(actual) && /^[45]/.test(expected)
  if (accepts && to) return `accepts ${to} (${actual}, not ${expected})${inSituations(finding)}`
  return `returns ${actual} instead of ${expected}${to ? ` for ${to}` : ''}${inSituations(finding)}`
}

function headerTitle(finding: Titled): string {
  const { observation, expected, actual } = finding
  const name = observation.replace(/^header /, '')
  if (actual === 'absent') return `omits the ${name} header`
  return `sends ${name}: ${actual}, expected ${expected}`
}

function bodyTitle({ observation, expected, actual }: Titled): string {
  const pointer = observation.slice('body '.length)
  const where = observation === 'body' ? '' : ` at ${pointer}`
  if (actual === 'absent') return observation === 'body' ? 'omits the body' : `omits the property ${pointer}`
  if (expected === 'absent') return `returns the property ${pointer}, which the schema excludes`
  if (actual === 'does not name it')
    return `returns a body that omits required information (expected: ${expected})`
  if (actual.endsWith(' that is not'))
    return `returns ${actual.replace(/ that is not$/, '')}${where} that is not ${expected}`
  return `returns ${actual}${where}, expected ${expected}`
}

/** At most as many as one reads. */
function inSituations({ situations }: Titled): string {
  const named = situations.filter((situation) => situation !== '')
  if (named.length === 0) return ''
  const shown = named.slice(0, 3).join('; ')
  return named.length > 3 ? `: ${shown} and ${named.length - 3} more` : `: ${shown}`
}
