/** What each rule demands, in a sentence. The names are stable: reports and lists of exceptions refer to them. */
export const rules = {
  'valid-call': 'A valid call is answered as documented: status, media type, headers and body.',
  'no-secrets': 'No answer holds a password, a hash or a token, but the one that a token is asked of.',
  'credentials-accepted': 'Each authentication scheme works alone.',
  'credentials-missing': 'A call without credentials is refused.',
  'credentials-unknown': 'Credentials that nobody was given are refused.',
  'credentials-malformed': 'Credentials that can be nobody’s are refused.',
  'credentials-revoked': 'Credentials that were ended stop working at once.',
  'role-allowed': 'Whoever has the role, or a higher one, may call.',
  'role-refused': 'Whoever lacks the role may not call.',
  'workspace-unknown': 'A workspace that does not exist gives nothing away.',
  'path-unknown': 'A path value that names nothing is answered as documented.',
  'body-required': 'A call without a body is refused.',
  'body-malformed': 'A body that does not parse is refused.',
  'body-media-type': 'A body of another media type is refused.',
  'body-member-missing': 'A body without a required member is refused.',
  'body-member-null': 'Null is refused where the schema does not allow it.',
  'body-member-type': 'A value of another type is refused.',
  'body-member-value': 'A value outside its limits is refused.',
  'body-type': 'A body of another type is refused.',
  'body-unknown-member': 'A member that the schema does not name is ignored.',
  'query-value': 'A query value that breaks its schema is refused.',
  'method-not-allowed': 'Another method on the same path is refused, and the right ones are named.',
  'write-stored': 'What a write says that it did can be read back, as it was sent.',
  'write-scope': 'A write changes what it names, and nothing else.',
  'write-refused': 'A write that is refused changes nothing.',
  'read-only': 'A read changes nothing.',
  'others-untouched': 'Nobody sees, ends or accepts what belongs to somebody else.',
  'duplicate-refused': 'What exists already is not made again.',
  'used-once': 'An invite is used once.',
  'last-admin-kept': 'A workspace keeps an admin.',
  order: 'A list comes in the order that is promised.',
  'token-random': 'A token cannot be guessed from others.',
  paging: 'Pages together are the whole list: each element once, in order, and nothing past the end.',
  'login-refused': 'A login without the right password is refused, in one way for every account.',
  'login-limit': 'After 10 failed logins for an e-mail, further ones for it are refused for a while.',
  'credentials-order': 'A bearer token counts before the cookie, and nothing but these two proves who calls.',
  'text-odd': 'A text of odd characters is refused or stored as it is.',
  'path-odd': 'A path of odd characters names nothing.',
  'method-edges': 'HEAD answers like GET without a body, OPTIONS names the methods.',
  'once-at-once': 'Of equal calls at the same moment one succeeds where one may.',
  'error-body': 'Every error has the documented form.',
  stage: 'The calls that set the stage for others succeed.',
} as const

/** The stable name of a rule: `credentials-missing`. */
export type Rule = keyof typeof rules

/** Whether a rule has this name. */
export function isRule(name: string): name is Rule {
  return Object.hasOwn(rules, name)
}
