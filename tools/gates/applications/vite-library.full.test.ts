import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Application, installApplication } from './application.ts'
import { bundleSize, describeSize } from './bundle-size.ts'
import { type ServedSandbox, serveSandbox } from './served-sandbox.ts'

let library: Application
let sandbox: ServedSandbox

beforeAll(async () => {
  library = await installApplication('tools/gates/applications/vite-library', ['types', 'client'])
  sandbox = await serveSandbox()
}, 300_000)

afterAll(async () => {
  await sandbox?.[Symbol.asyncDispose]()
  await library?.[Symbol.asyncDispose]()
})

describe('a library that Vite builds with the client in it', { timeout: 300_000 }, () => {
  test('is built, and its inferred types can be declared', async ({ annotate }) => {
    await library.run('vite', ['build'])
    expect(await library.run('tsc')).toBe('')
    const size = bundleSize(library.folder, 'dist/members.js')
    expect(size.ours).toBeGreaterThan(1000)
    await annotate(`Vite library: ${describeSize(size)}`, 'figure')
  })

  test.each(['call.mjs', 'call.cjs'])('works in Node for %s', async (program) => {
    const out = await library.run('node', [program, `${sandbox.origin}/api`])
    expect(out).toBe('ada@example.com ada admin grace\n')
  })
})
