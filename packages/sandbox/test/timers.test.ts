import { glob, readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'

const source = new URL('../src/', import.meta.url)
const timer =
  /\b(?:setTimeout|setInterval|setImmediate|clearTimeout|clearInterval|queueMicrotask|nextTick)\b|node:timers|performance\.now/

/** PGlite's own timers are kept from it there. */
const replaced = 'database/open-pglite.ts'

test('one module knows the timers of the platform, which tests replace', async () => {
  const knowing: string[] = []
  for await (const file of glob('**/*.ts', { cwd: source.pathname, exclude: ['**/*.test.ts'] })) {
    if (timer.test(await readFile(new URL(file, source), 'utf8'))) knowing.push(file)
  }
  expect(knowing.sort()).toEqual([replaced, 'timers.ts'])
})
