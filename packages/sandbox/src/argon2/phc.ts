import type { Argon2Input } from './input.ts'

type Parameters = Omit<Argon2Input, 'password' | 'tagLength'>

const phc = /^\$(argon2(?:d|i|id))\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/

/** Writes a hash as a PHC string (https://github.com/P-H-C/phc-string-format), as databases keep it. */
export function formatPhc(
  { variant, memory, passes, parallelism, salt }: Parameters,
  tag: Uint8Array,
): string {
  return `$${variant}$v=19$m=${memory},t=${passes},p=${parallelism}$${encode(salt)}$${encode(tag)}`
}

/**
 * Reads a PHC string of Argon2, version 1.3.
 *
 * @throws Error where it is none. It does not repeat the text, which is as good as a secret.
 */
export function parsePhc(text: string): Parameters & { readonly tag: Uint8Array } {
  const match = phc.exec(text)
  if (!match) throw new Error('a password hash in the database is not a PHC string of Argon2')
  const [, variant, memory, passes, parallelism, salt = '', tag = ''] = match
  return {
    variant: variant as Parameters['variant'], // the expression knows no other
    memory: Number(memory),
    passes: Number(passes),
    parallelism: Number(parallelism),
    salt: decode(salt),
    tag: decode(tag),
  }
}

/** Base64 without padding. */
function encode(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes)).replaceAll('=', '')
}

function decode(text: string): Uint8Array {
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0))
}
