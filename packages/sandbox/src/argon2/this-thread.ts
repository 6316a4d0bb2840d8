import { argon2d, argon2i, argon2id } from 'hash-wasm'
import type { Argon2 } from './input.ts'

const variants = { argon2d, argon2i, argon2id }

/** In WebAssembly. Nothing else runs in this thread meanwhile. */
export const argon2OfThisThread: Argon2 = ({ variant, memory, passes, tagLength, ...others }) =>
  variants[variant]({
    ...others,
    memorySize: memory,
    iterations: passes,
    hashLength: tagLength,
    outputType: 'binary',
  })
