import { glob, readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'

/** The edges: what listens on a port, what reads the disk, what runs in a terminal. */
const edges = ['database/directory.ts', 'database/snapshot.ts', 'main.ts', 'node.ts']

const source = new URL('../src/', import.meta.url)

test('nothing but the edges needs Node', async () => {
  const needing: string[] = []
  for await (const file of glob('**/*.ts', { cwd: source.pathname, exclude: ['**/*.test.ts'] })) {
    const text = await readFile(new URL(file, source), 'utf8')
    if (/from 'node:|import\('node:|\bprocess\.|\bBuffer\b/.test(text)) needing.push(file)
  }
  expect(needing.sort()).toEqual(edges)
})
