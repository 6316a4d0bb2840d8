import type { Argon2 } from './argon2.ts'

/** Node's own (24.7 and newer), in the threads that it has for such work. */
export function nativeArgon2(): Argon2 | undefined {
  const crypto = globalThis.process?.getBuiltinModule?.('node:crypto')
  if (typeof crypto?.argon2 !== 'function') return undefined
  return ({ variant, password, salt, ...parameters }) =>
    new Promise((resolve, reject) => {
      crypto.argon2(variant, { ...parameters, message: password, nonce: salt }, (error, tag) =>
        error ? reject(error) : resolve(tag),
      )
    })
}
