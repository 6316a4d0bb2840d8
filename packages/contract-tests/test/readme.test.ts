import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { createCommand } from '../src/command/options.ts'
import { rules } from '../src/document/rule.ts'

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8')

test('the README has each rule with what it demands', () => {
  const shown = [...readme.matchAll(/^\| `([a-z][a-z-]*)`\s+\| (.*?)\s+\|$/gm)].map(([, rule, demand]) => [
    rule,
    demand,
  ])
  expect(Object.fromEntries(shown)).toEqual(rules)
})

test('the README has each option, as the command takes it', () => {
  const shown = [...readme.matchAll(/^\| `(--[a-z-]+)/gm)].map(([, flag]) => flag)
  const known = createCommand('1.2.3').options.map(({ long }) => long)
  expect(shown.sort()).toEqual(known.sort())
})
