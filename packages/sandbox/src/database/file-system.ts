/**
 * The disk, for those who keep what is written in a directory: there is none in a browser, and nobody asks there. It is no
 * import, so that no bundler for browsers meets a module of Node.
 */
export function fileSystem(): typeof import('node:fs/promises') {
  return process.getBuiltinModule('node:fs/promises')
}

/** How many bytes may still be written below a directory. */
export function freeBytes(directory: string): number {
  const { bavail, bsize } = process.getBuiltinModule('node:fs').statfsSync(directory)
  return bavail * bsize
}

/** Unpacks what was read from the disk. */
export function gunzip(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return process.getBuiltinModule('node:zlib').gunzipSync(bytes)
}
