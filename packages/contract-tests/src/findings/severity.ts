import type { Rule } from '../document/rule.ts'
import { operations } from '../generated/operations.ts'
import type { Difference } from './difference.ts'

/** What a finding means for callers, the worst first. */
export const severities = ['security', 'data', 'client', 'wording'] as const

/** One of `security`, `data` (lost or wrong), `client` (a client breaks), `wording`. */
export type Severity = (typeof severities)[number]

const security: ReadonlySet<Rule> = new Set([
  'no-secrets',
  'credentials-missing',
  'credentials-unknown',
  'credentials-malformed',
  'credentials-revoked',
  'credentials-order',
  'session-cookie',
  'role-refused',
  'workspace-unknown',
  'others-untouched',
  'login-refused',
  'login-limit',
  'token-random',
  'write-refused',
  'last-admin-kept',
  'used-once',
])

const data: ReadonlySet<Rule> = new Set([
  'write-stored',
  'write-scope',
  'read-only',
  'duplicate-refused',
  'once-at-once',
  'paging',
  'text-odd',
  'order',
])

const wording: ReadonlySet<Rule> = new Set(['error-body', 'prompt'])

/** How much a difference matters. Where somebody is refused who was to be refused, only the wrong status is left. */
export function severityOf(difference: Omit<Difference, 'situation'>): Severity {
  const { rule, observation, expected, actual } = difference
  if (isLostWrite(difference)) return 'data'
  if (observation === 'status' && isRefusal(expected) && isRefusal(actual)) return 'client'
  if (observation.startsWith('body of an error') && rule === 'error-body') return 'security'
  if (security.has(rule) || isTakenOver(rule, observation)) return 'security'
  if (data.has(rule)) return 'data'
  return wording.has(rule) && !observation.startsWith('header') ? 'wording' : 'client'
}

/** A property that is none of the body's, and is found in what was stored: whoever sends it chooses what no caller may. */
function isTakenOver(rule: Rule, observation: string): boolean {
  return rule === 'body-unknown-member' && !/^(?:status|connection|header|body)\b/.test(observation)
}

/** A valid write that fails on the server's side: what was sent is lost. */
function isLostWrite({
  operation,
  rule,
  observation,
  expected,
  actual,
}: Omit<Difference, 'situation'>): boolean {
  const isWrite = Object.values(operations).some(({ id, method }) => id === operation && method !== 'GET')
  const isFailure = observation === 'status' && /^2/.test(expected) && /^5/.test(actual)
  return isWrite && isFailure && !security.has(rule)
}

function isRefusal(status: string): boolean {
  return /^(?:[45]\d\d|[45]XX)(?: or |$)/.test(status)
}
