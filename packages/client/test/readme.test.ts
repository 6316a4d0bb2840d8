import { readFileSync } from 'node:fs'
import { createSandbox, exampleWorld } from '@windmill-user-api/sandbox'
import { expect, test, vi } from 'vitest'

const sample = new URL('../samples/quick-start.ts', import.meta.url)

test('the sample of the README is one that is compiled and run', () => {
  const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8')

  expect(readme).toContain(`\`\`\`ts\n${readFileSync(sample, 'utf8')}\`\`\``)
})

test('the sample prints what it says', async () => {
  const sandbox = await createSandbox({ seed: exampleWorld })
  vi.stubGlobal('fetch', (url: string, init: RequestInit) => sandbox.fetch(new Request(url, init)))
  const printed = vi.spyOn(console, 'log').mockImplementation(() => {})

  await import(sample.href)

  expect(printed.mock.calls).toEqual([
    ['admin@windmill.dev'],
    ...['Ada Lovelace', 'Admin', 'Grace Hopper', 'Katherine Johnson'].map((name) => [name]),
    [expect.stringMatching(/^Not found: /)],
  ])
  vi.unstubAllGlobals()
  printed.mockRestore()
  await sandbox.close()
}, 60_000)
