import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { repository } from '../../src/repository.ts'

const isTest = /\.test(-d)?\.tsx?$|[/\\]test[/\\]/

/** At the beginning of a line, because a generator also writes imports into its texts. */
const importStatement = /^(?:(?:import|export|\}) [^\n]*?from |import )'([^'\n]+)'/gm

/** An import of a file. */
export interface Import {
  /** From the root of the repository. */
  readonly file: string
  readonly specifier: string
}

/** What the source of a package imports, without its tests. */
export function importsOf(folder: string): Import[] {
  const sources = globSync('src/**/*.{ts,tsx,astro,mjs}', { cwd: folder }).filter(
    (file) => !isTest.test(file),
  )
  return sources.flatMap((source) => {
    const text = readFileSync(path.join(folder, source), 'utf8')
    const file = path.relative(repository, path.join(folder, source))
    return [...text.matchAll(importStatement)].map(([, specifier = '']) => ({ file, specifier }))
  })
}
