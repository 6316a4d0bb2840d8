import type { PerformedCall } from '../checks/calls.ts'
import { Mismatch } from '../errors.ts'
import type { Exchange } from '../http/exchange.ts'

/** Names of members that only secrets have, and how the hash of a password begins (PHC string format). */
const suspicious =
  /"(?:\w*(?:password|passwd|hash|secret|salt)\w*|(?:access_|full_)?token)"\s*:|\$(?:argon2|2[aby]|scrypt|pbkdf2)/i

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

function findLeak(text: string): string | undefined {
  const named = suspicious.exec(text)?.[0]
  if (named !== undefined) return named
  return [...text.matchAll(tokenLike)].find(({ groups }) => !chosen.has(groups?.['member']))?.[0]
}

/** No password, hash or full token in an response that is not made to hand one out, be it in a member that nobody declared. */
export function expectNoSecrets(performance: PerformedCall): void {
  const { operation, request, response } = performance
  const leak = performance.mask(response.text) === response.text ? findLeak(response.text) : 'a known one'
  if (leak === undefined) return
  throw new Mismatch({
    operation,
    request,
    exchange: performance,
    rule: 'no-secrets',
    expected: 'an response without secrets',
    came: `one that holds ${leak === 'a known one' ? 'a password or token of the run' : JSON.stringify(leak)}`,
  })
}

/** A refusal is no place for a secret either: not for the password that was sent, nor for a token of somebody. */
export function expectNoEcho(exchange: Exchange, mask: (text: string) => string): void {
  const { operation, request, response } = exchange
  if (response.status < 400 || mask(response.text) === response.text) return
  throw new Mismatch({
    operation,
    request,
    exchange,
    rule: 'no-secrets',
    expected: 'an error without secrets',
    came: 'one that holds a password or token of the run',
  })
}
