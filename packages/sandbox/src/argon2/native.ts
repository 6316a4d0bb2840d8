import type { Argon2, Argon2Input } from './input.ts'

/** Node's own (24.7 and newer), in the threads that it has for such work. */
export function nativeArgon2(): Argon2 | undefined {
  const crypto = cryptoWithArgon2()
  if (!crypto) return undefined
  return (input) =>
    new Promise((resolve, reject) => {
      crypto.argon2(input.variant, parametersOf(input), (error, tag) =>
        error ? reject(error) : resolve(tag),
      )
    })
}

/** The same, while nothing else runs in this thread. */
export function nativeArgon2OfThisThread(): Argon2 | undefined {
  const crypto = cryptoWithArgon2()
  return crypto && (async (input) => crypto.argon2Sync(input.variant, parametersOf(input)))
}

function cryptoWithArgon2() {
  const crypto = globalThis.process?.getBuiltinModule?.('node:crypto')
  return typeof crypto?.argon2 === 'function' ? crypto : undefined
}

function parametersOf({ variant: _variant, password, salt, ...parameters }: Argon2Input) {
  return { ...parameters, message: password, nonce: salt }
}
