import { differ, type ObservedExchange } from './observation.ts'

/** Names of members that only secrets have, and how the hash of a password begins (PHC string format). */
const suspicious =
  /"(?<member>\w*(?:password|passwd|hash|secret|salt)\w*|(?:access_|full_)?token)"\s*:|\$(?:argon2|2[aby]|scrypt|pbkdf2)/i

/** A member with a text that looks like a full token. */
const tokenLike = /"(?<member>\w+)"\s*:\s*"[A-Za-z0-9]{32,128}"/g

/** Members whose text a caller chose, and may have chosen to look like a token. */
const chosen: ReadonlySet<string | undefined> = new Set([
  'company',
  'created_by',
  'id',
  'label',
  'name',
  'owner',
  'username',
  'workspace',
  'workspace_id',
])

/** Replaces every known password and token. */
export type Mask = (text: string) => string

/** No password, hash or full token in a response that is not made to hand one out, be it in a member that nobody declared. */
export function expectNoSecrets(exchange: ObservedExchange & { readonly mask: Mask }): void {
  const leak = findLeak(exchange.response.text, exchange.mask)
  if (leak === undefined) return
  differ(exchange, { rule: 'no-secrets', observation: 'body', expected: 'no secret', actual: leak })
}

function findLeak(text: string, mask: Mask): string | undefined {
  const named = suspicious.exec(text)
  if (named)
    return named.groups?.['member'] ? `the member ${named.groups['member']}` : 'the hash of a password'
  const member = [...text.matchAll(tokenLike)].find(({ groups }) => !chosen.has(groups?.['member']))
  if (member) return `a token in the member ${member.groups?.['member']}`
  return mask(text) === text ? undefined : 'a password or token of the run'
}

/** A refusal is not a place for a secret either: not for the password that was sent, nor for a token of somebody. */
export function expectNoEcho(exchange: ObservedExchange, mask: Mask): void {
  const { status, text } = exchange.response
  if (status < 400 || mask(text) === text) return
  differ(exchange, {
    rule: 'no-secrets',
    observation: 'body of an error',
    expected: 'no secret',
    actual: 'a password or token of the run',
  })
}
