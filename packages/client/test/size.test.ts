import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import { expect, test } from 'vitest'
import { operations } from '../src/generated/methods.ts'

const folder = path.resolve(import.meta.dirname, '..')

/** Bytes that a page loads for a program, minified and gzipped. */
async function sizeOf(program: string): Promise<number> {
  const { outputFiles } = await bundle(program)
  return gzipSync(outputFiles[0]?.contents ?? '', { level: 9 }).length
}

function bundle(program: string) {
  return build({
    stdin: { contents: program, resolveDir: folder, loader: 'ts' },
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    metafile: true,
    write: false,
  })
}

const pagedOnes = new Set<string>(operations.filter((operation) => 'items' in operation).map(({ id }) => id))

/**
 * The most that a program with one operation may cost, whichever it is: 3.85 kB when built, as the README says. The source costs 30 bytes
 * more than what is built. A page at a time costs more.
 */
const oneOperation = 3_885
const onePagedOperation = 4_160
/** One that sends no body has nothing that writes one. */
const oneWithoutBody = 3_755

/**
 * What all of them may cost, as the README says. The source costs 25 bytes more than what is built, which a gate across packages holds to
 * that. Each further operation may cost as much as the others do.
 */
const allOperations = 3_680 + 50 * operations.length

/** The same with the shapes of their results. */
const validated = 4_195 + 35 * operations.length

/** What people import → how much it may cost them. */
const budgets: Readonly<Record<string, readonly [budget: number, program: string]>> = {
  'a page at a time': [
    4_200,
    `import { createClient, listUsersAsSuperAdmin } from './src/index.ts'
     const client = createClient({ baseUrl: '/api', auth: { kind: 'cookie' } })
     for await (const user of listUsersAsSuperAdmin.items(client)) console.log(user)`,
  ],
  'all operations': [allOperations, `export { createUserApi } from './src/index.ts'`],
  'all operations, with tokens that are renewed and calls by path': [
    allOperations + 450,
    `export { createUserApi, renewing, byPath } from './src/index.ts'`,
  ],
  'one operation, validated': [
    validated,
    `import { createClient, globalWhoami } from './src/index.ts'
     import { validate } from './src/validate/index.ts'
     console.log(await globalWhoami(createClient({ baseUrl: '/api', auth: { kind: 'cookie' }, validate })))`,
  ],
  'errors alone': [700, `export { isErrorOf, isErrorOfKind, isUserApiError } from './src/index.ts'`],
  'types alone': [30, `import type { UserApi } from './src/index.ts'\nexport type Api = UserApi`],
}

test.for(Object.entries(budgets))(
  '%s stays within its budget',
  async ([, [budget, program]], { annotate }) => {
    const size = await sizeOf(program)
    await annotate(`${size} B, minified and gzipped`, 'figure')
    expect(size).toBeLessThanOrEqual(budget)
  },
)

test.for(operations.map(({ id, facts }) => ({ id, facts })))(
  '$id alone stays within the budget of one operation',
  async ({ id, facts }) => {
    const size = await sizeOf(
      `import { createClient, ${id} } from './src/index.ts'
     const auth = { kind: 'bearer', token: 'x' }
     console.log(await ${id}(createClient({ baseUrl: '/api', auth }), JSON.parse('{}')))`,
    )
    const budget = facts.writeBody ? oneOperation : oneWithoutBody
    expect(size).toBeLessThanOrEqual(pagedOnes.has(id) ? onePagedOperation : budget)
  },
)

test('what only operations of other documents need is not in the whole client', async () => {
  const { metafile } = await bundle(`export { createUserApi } from './src/index.ts'`)
  const files = Object.keys(metafile.inputs).map((file) => path.basename(file, '.ts'))
  expect(files).toContain('answer')
  expect(files).not.toContain('streams')
  expect(files).not.toContain('styles')
})
