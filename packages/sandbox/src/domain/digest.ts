import { createSHA256 } from 'hash-wasm'

let loading: ReturnType<typeof createSHA256> | undefined

/** SHA-256 of a text, in hexadecimal. Of WebAssembly: for a text this short `crypto.subtle` takes longer to be asked. */
export async function sha256(text: string): Promise<string> {
  loading ??= createSHA256()
  const hasher = await loading
  return hasher.init().update(text).digest('hex')
}
