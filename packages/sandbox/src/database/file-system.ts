/**
 * The disk, for those who keep what is written in a directory: there is none in a browser, and nobody asks there. It is no
 * import, so that no bundler for browsers meets a module of Node.
 */
export function fileSystem(): typeof import('node:fs/promises') {
  return process.getBuiltinModule('node:fs/promises')
}

/** Unpacks what was read from the disk. */
export function gunzip(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return process.getBuiltinModule('node:zlib').gunzipSync(bytes)
}
