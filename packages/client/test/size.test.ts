import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import { expect, test } from 'vitest'

const folder = path.resolve(import.meta.dirname, '..')

/** Bytes that a page loads for a program, minified and gzipped. */
async function sizeOf(program: string): Promise<number> {
  const { outputFiles } = await build({
    stdin: { contents: program, resolveDir: folder, loader: 'ts' },
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    write: false,
  })
  return gzipSync(outputFiles[0]?.contents ?? '', { level: 9 }).length
}

const budgets: Readonly<Record<string, readonly [budget: number, program: string]>> = {
  'one operation': [
    3_900,
    `import { createClient, globalWhoami } from './src/index.ts'
     console.log(await globalWhoami(createClient({ baseUrl: '/api', auth: { kind: 'bearer', token: 'x' } })))`,
  ],
  'a page at a time': [
    4_100,
    `import { createClient, listUsersAsSuperAdmin } from './src/index.ts'
     const client = createClient({ baseUrl: '/api', auth: { kind: 'cookie' } })
     for await (const user of listUsersAsSuperAdmin.items(client)) console.log(user)`,
  ],
  'all operations': [4_700, `export { createUserApi } from './src/index.ts'`],
  'one operation, validated': [
    4_800,
    `import { createClient, globalWhoami } from './src/index.ts'
     import { validate } from './src/validate/index.ts'
     console.log(await globalWhoami(createClient({ baseUrl: '/api', auth: { kind: 'cookie' }, validate })))`,
  ],
  'types alone': [30, `import type { UserApi } from './src/index.ts'\nexport type Api = UserApi`],
}

test.each(Object.entries(budgets))('%s stays within its budget', async (_, [budget, program]) => {
  expect(await sizeOf(program)).toBeLessThanOrEqual(budget)
})
