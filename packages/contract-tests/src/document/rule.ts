/** What each rule demands, in a sentence. The names are stable: reports and lists of exceptions refer to them. */
export const rules = {
  'valid-call': 'A valid call returns what is documented: status, media type, headers and body.',
  'no-secrets': 'No response contains a password, a hash or a token, except where a token is asked for.',
  'credentials-accepted': 'Each authentication scheme works alone.',
  'credentials-missing': 'Calls without credentials are refused.',
  'credentials-unknown': 'Tokens that were never issued are refused.',
  'credentials-malformed': 'Malformed tokens are refused.',
  'credentials-revoked': 'Revoked and expired tokens stop working at once.',
  'credentials-order':
    'A bearer token takes precedence over the cookie, and nothing else authenticates a caller.',
  'session-cookie': 'The session cookie has the documented attributes.',
  'role-allowed': 'Callers with the role, or a higher one, are let in.',
  'role-refused': 'Callers without the role are refused.',
  'workspace-unknown': 'A workspace that does not exist looks to a stranger like one that does.',
  'path-unknown': 'A path value that names nothing is refused as documented.',
  'path-odd': 'A path value of unusual characters names nothing.',
  'path-encoding':
    'A path that is not valid percent-encoding is refused, and a plus sign in a path is not a space.',
  'any-path': 'Random path values that name nothing are refused.',
  'body-required': 'Calls without the required body are refused.',
  'body-malformed': 'Bodies that do not parse are refused.',
  'body-media-type': 'Bodies of another media type are refused.',
  'body-type': 'Bodies of another JSON type are refused.',
  'body-member-missing': 'Bodies without a required property are refused.',
  'body-member-null': 'Null is refused where the schema does not allow it.',
  'body-member-type': 'Values of another type are refused.',
  'body-member-value': 'Values outside their limits are refused.',
  'body-unknown-member': 'Properties that the schema does not name are ignored.',
  'body-ignored': 'A body is ignored if the operation has none.',
  'body-size': 'Bodies of up to 1 MiB are accepted, and larger ones refused.',
  'query-value': 'Query values that break their schema are refused.',
  'limit-value': 'Values at their limits are accepted.',
  'any-valid': 'Any call that the schemas allow is accepted, or refused for a reason of the domain.',
  'any-invalid': 'Any call that breaks a schema in one place is refused.',
  'check-order': 'Of several reasons to refuse a call, the first in the documented order is reported.',
  'method-not-allowed': 'Other methods on the same path are refused, and `Allow` lists the right ones.',
  'method-edges': 'HEAD returns what GET does without a body, and OPTIONS lists the methods.',
  'write-stored': 'What a write reports can be read back, as it was sent.',
  'write-scope': 'A write changes what it names, and nothing else.',
  'write-refused': 'A refused write changes nothing.',
  'read-only': 'A read changes nothing.',
  'others-untouched': 'Nobody sees, removes or accepts what belongs to somebody else.',
  'duplicate-refused': 'A resource that exists is not created again.',
  'used-once': 'An invite can be used once.',
  'once-at-once': 'Of identical concurrent calls, only one succeeds.',
  'last-admin-kept': 'A workspace keeps an admin, and the instance a super admin.',
  order: 'Lists come in the documented order.',
  paging: 'The pages together are the whole list: each item once, in order, and nothing past the end.',
  'token-random': 'Tokens do not repeat, and do not share long parts.',
  'login-refused': 'Logins without the right password are refused, in the same way for every account.',
  'login-limit': 'After 10 failed logins for an e-mail, further ones are refused for a while.',
  'text-odd': 'Text with unusual characters is refused, or stored as it was sent.',
  workflow: 'The workflows of the document succeed, step by step.',
  prompt: 'No operation is slower than others by seconds.',
  'error-body': 'Every error has the documented form.',
  transient: 'Calls do not fail intermittently.',
  setup: 'Calls on which other checks depend succeed.',
} as const

/** The stable name of a rule: `credentials-missing`. */
export type Rule = keyof typeof rules

/** Whether a rule has this name. */
export function isRule(name: string): name is Rule {
  return Object.hasOwn(rules, name)
}

/** Whether a rule is checked with values made up by chance: what differs then may not show in every run. */
export function isByChance(rule: Rule): boolean {
  return rule.startsWith('any-')
}

/** The rules in the order in which they explain each other: what breaks an earlier one may break a later one, too. */
export const ruleOrder: readonly Rule[] = Object.keys(rules).filter(isRule)
