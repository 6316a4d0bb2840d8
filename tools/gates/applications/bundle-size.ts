import { globSync, readFileSync } from 'node:fs'
import { SourceMap } from 'node:module'
import path from 'node:path'
import { gzipSync } from 'node:zlib'

/** What an application makes its users load. */
export interface BundleSize {
  /** Bytes of all JavaScript, each file gzipped. */
  readonly all: number
  /** Bytes of what comes from our packages and from what only they bring along, gzipped together. */
  readonly ours: number
}

const ours = /node_modules\/(?:@windmill-user-api|openapi-fetch)\//

/** Measures built files of JavaScript, and by their source maps, which lie beside them, what is ours. */
export function bundleSize(folder: string, pattern: string): BundleSize {
  const files = globSync(pattern, { cwd: folder }).map((file) => path.join(folder, file))
  const texts = files.map((file) => readFileSync(file, 'utf8'))
  const together = files.map((file, index) => partOfOurs(file, texts[index] ?? '')).join('')
  if (files.length === 0) throw new Error(`expected files like ${pattern} in ${folder}, found none`)
  const part = together === '' ? 0 : gzipSync(together).length
  return { all: sum(texts.map((text) => gzipSync(text).length)), ours: part }
}

/** Such as `61.2 kB of JavaScript gzipped, 5.1 kB of it ours`. */
export function describeSize({ all, ours: part }: BundleSize): string {
  return `${kilobytes(all)} of JavaScript gzipped, ${kilobytes(part)} of it ours`
}

function readMap(file: string, text: string): SourceMap | undefined {
  const [, map] = /^\/\/# sourceMappingURL=(\S+)$/m.exec(text) ?? []
  // some name a URL of a server
  const beside = map && path.join(path.dirname(file), path.posix.basename(map))
  return beside ? new SourceMap(JSON.parse(readFileSync(beside, 'utf8'))) : undefined
}

/** The text that the map attributes to our sources, one stretch after the other. */
function partOfOurs(file: string, text: string): string {
  const map = readMap(file, text)
  if (!map) return ''
  const isOurs = (line: number, column: number): boolean => {
    const entry = map.findEntry(line, column)
    return 'originalSource' in entry && ours.test(entry.originalSource)
  }
  return text
    .split('\n')
    .map((line, index) =>
      line
        .split('')
        .filter((_character, column) => isOurs(index, column))
        .join(''),
    )
    .join('')
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`
}
