/**
 * The disk, for those who keep what is written in a directory: there is none in a browser, and nobody asks there. It is no
 * import, so that no bundler for browsers meets a module of Node.
 */
export function fileSystem(): typeof import('node:fs/promises') {
  return process.getBuiltinModule('node:fs/promises')
}
