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

/**
 * Measures built files of JavaScript by their source maps, which they name.
 *
 * @throws Error where nothing of ours is found: then the maps lead elsewhere, and the figure would be wrong.
 */
export function bundleSize(folder: string, pattern: string): BundleSize {
  const files = globSync(pattern, { cwd: folder }).map((file) => path.join(folder, file))
  const texts = files.map((file) => readFileSync(file, 'utf8'))
  const together = files.map((file, index) => partOfOurs(file, texts[index] ?? '')).join('')
  if (together === '')
    throw new Error(`expected parts of our packages in ${pattern} of ${folder}, found none`)
  return { all: sum(texts.map((text) => gzipSync(text).length)), ours: gzipSync(together).length }
}

/** Such as `61.2 kB of JavaScript gzipped, 5.1 kB of it ours`. */
export function describeSize({ all, ours: part }: BundleSize): string {
  return `${kilobytes(all)} of JavaScript gzipped, ${kilobytes(part)} of it ours`
}

function readMap(file: string, text: string): SourceMap | undefined {
  const [, map] = /^\/\/# sourceMappingURL=(\S+)$/m.exec(text) ?? []
  return map ? new SourceMap(JSON.parse(readFileSync(path.join(path.dirname(file), map), 'utf8'))) : undefined
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
