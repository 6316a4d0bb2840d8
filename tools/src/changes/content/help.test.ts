import { expect, test } from 'vitest'
import { judgeTexts } from './help.ts'

const help = 'Options:\n  --port <number>  the port (env: SANDBOX_PORT)\n  --seed <file>    data\n'
const judged = (after: string) =>
  judgeTexts('sandbox', help, after).map(({ impact, what }) => `${impact}: ${what}`)

test('an option that is gone breaks scripts, and so does a variable', () => {
  expect(judged(help.replace('--seed', '--data'))).toEqual([
    'major: option `--seed` is gone',
    'minor: option `--data` is new',
  ])
  expect(judged(help.replace('SANDBOX_PORT', 'PORT_OF_SANDBOX'))).toContain(
    'major: variable `SANDBOX_PORT` is gone',
  )
})

test('the words that describe an option may change', () => {
  expect(judged(help.replace('the port', 'where to listen'))).toEqual([])
})
