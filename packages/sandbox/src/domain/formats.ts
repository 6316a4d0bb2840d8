const atom = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+"
const quotedString = '"(?:[\\x20\\x21\\x23-\\x5b\\x5d-\\x7e]|\\\\[\\x20-\\x7e])*"'
const domainLiteral = '\\[[\\x21-\\x5a\\x5e-\\x7e]*\\]'
const dotAtom = `${atom}(?:\\.${atom})*`
const label = '[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?'
const hostName = `${label}(?:\\.${label})*`

const address = new RegExp(`^(?:${dotAtom}|${quotedString})@(?:${hostName}|${domainLiteral})$`)

/** An address without comments and folded white space (RFC 5322, section 3.4.1), at a host name (RFC 1123). */
export function isEmail(text: string): boolean {
  return address.test(text)
}

/** Unicode text that every database can hold: no lone surrogate, no NUL. */
export function isText(text: string): boolean {
  return !/\p{Surrogate}|\0/u.test(text)
}
