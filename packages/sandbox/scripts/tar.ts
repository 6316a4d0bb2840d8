import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'

const blockSize = 512

/** A tar of a directory (POSIX.1-1988, ustar): directories, also empty ones, and files, by name, but for the one that is to be last. */
export async function tarOf(directory: string, last: string): Promise<Buffer> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true })
  const parts: Buffer[] = []
  const named = entries.map((entry) => ({
    entry,
    name: path.relative(directory, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'),
  }))
  for (const { entry, name } of named.sort((first, second) => compare(first.name, second.name, last))) {
    if (entry.isDirectory()) {
      parts.push(headerOf(`${name}/`, 0, '5'))
      continue
    }
    const content = await readFile(path.join(directory, name))
    const padding = Buffer.alloc((blockSize - (content.length % blockSize)) % blockSize)
    parts.push(headerOf(name, content.length, '0'), content, padding)
  }
  return Buffer.concat([...parts, Buffer.alloc(2 * blockSize)])
}

function compare(first: string, second: string, last: string): number {
  if (first === last || second === last) return first === last ? 1 : -1
  return first < second ? -1 : 1
}

function headerOf(name: string, size: number, type: '0' | '5'): Buffer {
  const header = Buffer.alloc(blockSize)
  const octal = (value: number, length: number) => `${value.toString(8).padStart(length - 1, '0')}\0`
  header.write(name, 0, 100)
  header.write(octal(type === '5' ? 0o700 : 0o600, 8), 100)
  header.write(octal(0, 8), 108)
  header.write(octal(0, 8), 116)
  header.write(octal(size, 12), 124)
  header.write(octal(0, 12), 136)
  // While the checksum is counted, spaces stand in its place.
  header.write('        ', 148)
  header.write(type, 156)
  header.write('ustar\u000000', 257)
  const checksum = header.reduce((sum, byte) => sum + byte, 0)
  header.write(`${checksum.toString(8).padStart(6, '0')}\0 `, 148)
  return header
}
