import { Mismatch } from '../errors.ts'
import type { Performance } from './scene.ts'

/** Names of members that only secrets have, and how the hash of a password begins (PHC string format). */
const suspicious = /"(?:password|hash|secret)\w*"\s*:|\$(?:argon2|2[aby]|scrypt|pbkdf2)/i

/** No password, hash or full token in an answer that is not made to hand one out, be it in a member that nobody declared. */
export function expectNoSecrets(performance: Performance): void {
  const { operation, request, answer } = performance
  const leak =
    performance.mask(answer.text) === answer.text ? suspicious.exec(answer.text)?.[0] : 'a known one'
  if (leak === undefined) return
  throw new Mismatch({
    operation,
    request,
    exchange: performance,
    rule: 'no-secrets',
    expected: 'an answer without secrets',
    came: `one that holds ${leak === 'a known one' ? 'a password or token of the run' : JSON.stringify(leak)}`,
  })
}
