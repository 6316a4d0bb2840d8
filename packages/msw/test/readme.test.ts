import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const read = (file: string) => readFileSync(new URL(`../${file}`, import.meta.url), 'utf8')

test('the sample of the README is one that is compiled and run', () => {
  expect(read('README.md')).toContain(`\`\`\`ts\n${read('samples/whois.test.ts')}\`\`\``)
})
