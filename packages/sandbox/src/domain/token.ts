import type { Random } from '../ports.ts'

/** How many characters of a token say which one it is, without giving it away. */
export const prefixLength = 10

const tokenLength = 32
const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'

/** The largest multiple of the alphabet's size in a byte: a byte above it would favour the first characters. */
const fairLimit = 256 - (256 % alphabet.length)

/** A new token of 32 letters and digits, about 190 bits. */
export function makeToken(random: Random): string {
  let token = ''
  while (token.length < tokenLength) {
    const fair = random(tokenLength).filter((byte) => byte < fairLimit)
    token += Array.from(fair, (byte) => alphabet.charAt(byte % alphabet.length)).join('')
  }
  return token.slice(0, tokenLength)
}

/** The part of a token that may be shown. */
export function prefixOf(token: string): string {
  return token.slice(0, prefixLength)
}
