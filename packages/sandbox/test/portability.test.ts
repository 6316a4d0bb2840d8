import { glob, readFile } from 'node:fs/promises'
import { isBuiltin } from 'node:module'
import { expect, test } from 'vitest'

/** The edges: what listens on a port, what reads the disk, what runs in a terminal. */
const edges = [
  'argon2/worker.ts',
  'argon2/workers.ts',
  'closing.ts',
  'command/main.ts',
  'command/watch-seed.ts',
  'configuration/read-text.ts',
  'database/directory-lock.ts',
  'database/file-system.ts',
  'database/postgres.ts',
  'database/prepare-pool.ts',
  'http-server.ts',
  'listen.ts',
  'main.ts',
]

const source = new URL('../src/', import.meta.url)

test('nothing but the edges needs Node', async () => {
  const needing: string[] = []
  for await (const file of glob('**/*.ts', { cwd: source.pathname, exclude: ['**/*.test.ts'] })) {
    const text = await readFile(new URL(file, source), 'utf8')
    if (/from 'node:|from 'pg'|import\('node:|\bprocess\.|\bBuffer\b/.test(text)) needing.push(file)
  }
  expect(needing.sort()).toEqual(edges)
})

test('what a browser imports brings no driver of PostgreSQL', async () => {
  expect(await importsFrom('index.ts')).not.toContain('pg')
  expect(await importsFrom('node.ts')).toContain('pg')
})

test.each(['index.ts', 'msw.ts'])(
  '%s reaches no module of Node, not even one that it would load later',
  async (entry) => {
    const packages = await importsFrom(entry)
    expect(packages.length).toBeGreaterThan(0)
    expect(packages.filter((name) => isBuiltin(name))).toEqual([])
  },
)

/** All packages that a module imports, by itself or by what it imports. */
async function importsFrom(entry: string): Promise<string[]> {
  const files = new Set([new URL(entry, source).href])
  const packages = new Set<string>()
  for (const file of files) {
    for (const [, specifier = ''] of (await readFile(new URL(file), 'utf8')).matchAll(
      /(?:from |(?<!typeof )import\()'([^']+)'/g,
    )) {
      if (specifier.startsWith('.')) files.add(new URL(specifier, file).href)
      if (!specifier.startsWith('.')) packages.add(specifier)
    }
  }
  return [...packages]
}
