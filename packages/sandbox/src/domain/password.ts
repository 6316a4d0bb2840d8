import { argon2id, argon2Verify } from 'hash-wasm'
import type { Random } from '../ports.ts'

/** The contract's parameters: they may be raised, never lowered. Memory in KiB. */
const cost = { memorySize: 4096, iterations: 3, parallelism: 1, hashLength: 32 }

/** A hash of no password at all, so that an unknown account takes as long to refuse as a known one. */
export const nobodysHash =
  '$argon2id$v=19$m=4096,t=3,p=1$c2FuZGJveC1ub2JvZHktMQ$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'

/** Argon2id with a random salt, as a PHC string. */
export async function hashPassword(password: string, random: Random): Promise<string> {
  return argon2id({ ...cost, password, salt: random(16), outputType: 'encoded' })
}

/** Whether a password is the one of this hash. Without a hash the same work is done for nothing. */
export async function isPassword(password: string, hash: string | null | undefined): Promise<boolean> {
  // The library refuses an empty password, which no account has: any other does the same work.
  const matches = await argon2Verify({ password: password || '\0', hash: hash ?? nobodysHash })
  return matches && typeof hash === 'string'
}
