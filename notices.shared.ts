import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

/** Where a build keeps the notices of others, below its own folder. */
export const folderOfNotices = 'third-party'

/** A file for a build to write. */
export interface Notice {
  readonly fileName: string
  readonly source: string
}

/**
 * The licences of the packages that these modules belong to, one file each. Code that a build copies must carry them; code that npm
 * installs beside it has its own.
 */
export function noticesOf(modules: readonly string[]): readonly Notice[] {
  const folders = new Set(modules.flatMap((module) => packageFolder(module) ?? []))
  return [...folders].map(noticeOf)
}

/** The folder of the package in `node_modules` that has the module. */
function packageFolder(module: string): string | undefined {
  return /^(.*[/\\]node_modules[/\\](?:@[^/\\]+[/\\])?[^/\\]+)[/\\]/s.exec(module.replace(/^\0/, ''))?.[1]
}

function noticeOf(folder: string): Notice {
  const { name, version, license, author, repository } = JSON.parse(
    readFileSync(path.join(folder, 'package.json'), 'utf8'),
  )
  const texts = legalFilesIn(folder).map((file) => readFileSync(file, 'utf8').trim())
  const source = repository?.url ?? repository
  // Some packages name their licence and bring no text of it.
  const stated = [`Licence: ${license}`, author && `Author: ${author.name ?? author}`, source].filter(Boolean)
  return {
    fileName: `${folderOfNotices}/${name.replace('/', '__')}.txt`,
    source: `${name} ${version}\n\n${[...stated, ...texts].join('\n\n')}\n`,
  }
}

/** A licence is a file, or a folder of files. */
function legalFilesIn(folder: string): readonly string[] {
  const entries = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => /^(?:licen[cs]e|notice|copying)\b/i.test(entry.name))
    .toSorted((one, other) => one.name.localeCompare(other.name, 'en'))
  return entries.flatMap((entry) => {
    const place = path.join(folder, entry.name)
    return entry.isDirectory() ? legalFilesIn(place) : [place]
  })
}
