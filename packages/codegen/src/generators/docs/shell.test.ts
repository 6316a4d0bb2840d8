import { execFileSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { shellQuoted, shellVariable } from './shell.ts'

/** What a shell makes of a word. */
const inShell = (word: string) =>
  execFileSync('sh', ['-c', `printf %s ${word}`], { env: { TOKEN: 'a b' } }).toString()

test.each(['', "it's", '"$HOME" `id` \\n', '{"price":"$5"}', 'a\nb'])('%j comes as it is', (text) => {
  expect(inShell(shellQuoted(text))).toBe(text)
  expect(inShell(shellQuoted(`${text}${shellVariable('TOKEN')}`))).toBe(`${text}a b`)
})

test('a variable ends where its name does', () => {
  expect(shellQuoted(shellVariable('TOKEN'))).toBe('"$TOKEN"')
  expect(inShell(shellQuoted(`${shellVariable('TOKEN')}s`))).toBe('a bs')
})
