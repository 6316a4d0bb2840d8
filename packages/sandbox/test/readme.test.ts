import { readFile } from 'node:fs/promises'
import { expect, test, vi } from 'vitest'

const sample = new URL('../samples/quick-start.ts', import.meta.url)

test('the sample of the README is a file that is compiled and run', async () => {
  const readme = await readFile(new URL('../README.md', import.meta.url), 'utf8')
  expect(readme).toContain(`\`\`\`ts\n${await readFile(sample, 'utf8')}\`\`\``)
})

test('the sample prints what it says', async () => {
  const printed = vi.spyOn(console, 'log').mockImplementation(() => undefined)
  await import(sample.href)
  expect(printed.mock.calls).toEqual([
    [200, expect.objectContaining({ email: 'ada@example.com', username: 'ada' })],
  ])
  printed.mockRestore()
})
