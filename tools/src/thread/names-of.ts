import { globSync } from 'node:fs'
import path from 'node:path'

/** Names of files, without what comes after the first dot. Tests are no place of their own. */
export function namesOf(root: string, pattern: string, others: readonly string[] = []): string[] {
  return globSync(pattern, { cwd: root })
    .map((file) => path.basename(file))
    .filter((file) => pattern.includes('.test.') || !/\.test(-d)?\.ts$/.test(file))
    .map((file) => file.replace(/\..*/, ''))
    .filter((name) => !others.includes(name))
}
