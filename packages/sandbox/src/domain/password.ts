import { argon2 } from '../argon2/argon2.ts'
import { formatPhc, parsePhc } from '../argon2/phc.ts'
import type { Random } from '../ports.ts'

/** The contract's parameters: they may be raised, never lowered. Memory in KiB. */
const cost = { variant: 'argon2id', memory: 4096, passes: 3, parallelism: 1, tagLength: 32 } as const

/** A hash of no password at all, so that an unknown account takes as long to refuse as a known one. */
export const nobodysHash =
  '$argon2id$v=19$m=4096,t=3,p=1$c2FuZGJveC1ub2JvZHktMQ$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'

/** Argon2id with a random salt, as a PHC string. */
export async function hashPassword(password: string, random: Random): Promise<string> {
  const input = { ...cost, password, salt: random(16) }
  return formatPhc(input, await argon2(input))
}

/** Whether a password is the one of this hash. Without a hash the same work is done for nothing. */
export async function isPassword(password: string, hash: string | null | undefined): Promise<boolean> {
  const { tag, ...parameters } = parsePhc(hash ?? nobodysHash)
  // hash-wasm refuses an empty password, which no account has: any other does the same work.
  const computed = await argon2({ ...parameters, tagLength: tag.length, password: password || '\0' })
  return areEqual(computed, tag) && typeof hash === 'string'
}

/** Takes as long for every difference. */
function areEqual(one: Uint8Array, other: Uint8Array): boolean {
  const difference = one.reduce((sum, byte, index) => sum | (byte ^ (other[index] ?? 0)), 0)
  return one.length === other.length && difference === 0
}
