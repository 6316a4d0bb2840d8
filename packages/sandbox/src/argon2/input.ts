/** What is hashed, and how: the names of RFC 9106, section 3.1. Memory in KiB. */
export interface Argon2Input {
  readonly variant: 'argon2d' | 'argon2i' | 'argon2id'
  readonly password: string
  readonly salt: Uint8Array
  readonly memory: number
  readonly passes: number
  readonly parallelism: number
  readonly tagLength: number
}

/** Computes a tag. */
export type Argon2 = (input: Argon2Input) => Promise<Uint8Array>
