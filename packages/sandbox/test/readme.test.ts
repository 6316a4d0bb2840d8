import { readFile } from 'node:fs/promises'
import { expect, test, vi } from 'vitest'

const samples = new URL('../samples/', import.meta.url)

test.each([
  ['quick-start.ts', [200, expect.objectContaining({ email: 'ada@example.com', username: 'ada' })]],
  ['msw.ts', ['ada@example.com']],
])('the sample %s stands in the README, and prints what it says', async (name, line) => {
  const readme = await readFile(new URL('../README.md', import.meta.url), 'utf8')
  expect(readme).toContain(`\`\`\`ts\n${await readFile(new URL(name, samples), 'utf8')}\`\`\``)
  const printed = vi.spyOn(console, 'log').mockImplementation(() => undefined)
  await import(new URL(name, samples).href)
  expect(printed.mock.calls).toEqual([line])
  printed.mockRestore()
})
