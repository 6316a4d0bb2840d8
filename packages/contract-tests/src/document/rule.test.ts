import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { rules } from './rule.ts'

test('every rule stands in the README, in the same words', () => {
  const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8').replaceAll(/ +/g, ' ')
  for (const [name, demand] of Object.entries(rules)) expect(readme).toContain(`| \`${name}\` | ${demand} |`)
})
