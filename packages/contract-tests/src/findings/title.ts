import type { Rule } from '../document/rule.ts'
import type { Difference } from './difference.ts'

/** What a title is made from. */
export type Titled = Pick<Difference, 'rule' | 'observation' | 'expected' | 'actual'> & {
  readonly situations: readonly string[]
}

/** What the server does instead, in a sentence without its subject: `accepts calls without credentials (200, not 401)`. */
export function titleOf(finding: Titled): string {
  const { observation, rule } = finding
  if (rule === 'transient') return observation === 'status' ? `returns ${finding.actual}` : finding.actual
  if (observation === 'status') return statusTitle(finding)
  if (observation === 'connection') return finding.actual
  if (/^header [\w-]+$/.test(observation)) return headerTitle(finding)
  if (observation === 'body' || observation.startsWith('body /')) return bodyTitle(finding)
  return `${observation}: ${finding.actual}, expected ${finding.expected}${inSituations(finding)}`
}

/** The caller or the input of a call that breaks a rule, to follow "accepts" or "to". */
const circumstances: { readonly [Name in Rule]?: string } = {
  'valid-call': 'a valid call',
  'role-allowed': 'a caller with a higher role',
  'role-refused': 'a caller without the role',
  'credentials-accepted': 'valid credentials',
  'credentials-missing': 'a call without credentials',
  'credentials-unknown': 'a token that was never issued',
  'credentials-malformed': 'a malformed token',
  'credentials-revoked': 'a token that was revoked',
  'credentials-order': 'a token in another place',
  'workspace-unknown': 'a workspace that does not exist',
  'path-unknown': 'a path value that names nothing',
  'path-odd': 'an odd path',
  'path-encoding': 'a malformed percent-encoding',
  'any-path': 'some path value that names nothing',
  'body-required': 'a call without a body',
  'body-malformed': 'a body that does not parse',
  'body-media-type': 'a media type',
  'body-type': 'a body of another JSON type',
  'body-member-missing': 'a body without a required property',
  'body-member-null': 'null',
  'body-member-type': 'a value of another type',
  'body-member-value': 'a value outside its limits',
  'body-unknown-member': 'a property that the schema does not name',
  'body-ignored': 'a body where none belongs',
  'body-size': 'a large body',
  'query-value': 'an invalid query value',
  'limit-value': 'a value at its limit',
  'any-valid': 'some call that the schema allows',
  'any-invalid': 'some call that breaks the schema',
  'check-order': 'a call with two flaws',
  'method-not-allowed': 'another method',
  'method-edges': 'HEAD or OPTIONS',
  setup: 'a call on which other checks depend',
}

/** The same, where it is the success of the call that is missed. */
const validCircumstances: typeof circumstances = {
  'path-encoding': 'a path value that is well encoded',
}

function statusTitle(finding: Titled): string {
  const { rule, expected, actual } = finding
  const to = (expected.startsWith('2') ? validCircumstances[rule] : undefined) ?? circumstances[rule]
  const statuses = `${actual}, not ${expected}`
  const accepts = /^2/.test(actual) && /^[45]/.test(expected)
  if (accepts && to) return `accepts ${to} (${statuses})${inSituations(finding)}`
  return `returns ${statuses}${to ? `, to ${to}` : ''}${inSituations(finding)}`
}

function headerTitle(finding: Titled): string {
  const { observation, expected, actual } = finding
  const name = observation.replace(/^header /, '')
  if (actual === 'absent') return `sends no ${name}`
  return `sends ${name}: ${actual}, expected ${expected}`
}

function bodyTitle({ observation, expected, actual }: Titled): string {
  const what = observation === 'body' ? 'the body' : `the body at ${observation.slice('body '.length)}`
  if (actual === 'absent') return `leaves out ${what.replace('the body at', 'the property')}`
  if (expected === 'absent')
    return `returns a property that the schema excludes, ${observation.slice('body '.length)}`
  if (actual === 'does not name it')
    return `returns a body that does not name what it should (expected: ${expected})`
  if (actual.endsWith(' that is not'))
    return `returns ${what} as ${actual.replace(/ that is not$/, '')} that is not ${expected}`
  return `returns ${what} as ${actual}, expected ${expected}`
}

/** At most as many as one reads. */
function inSituations({ situations }: Titled): string {
  const named = situations.filter((situation) => situation !== '')
  if (named.length === 0) return ''
  const shown = named.slice(0, 3).join('; ')
  return named.length > 3 ? `: ${shown} and ${named.length - 3} more` : `: ${shown}`
}
