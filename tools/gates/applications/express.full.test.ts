import path from 'node:path'
import { build } from 'esbuild'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { bundleSize, describeSize } from './bundle-size.ts'
import { type Scene, setScene } from './scene.ts'

let scene: Scene

beforeAll(async () => {
  scene = await setScene('examples/express', ['types', 'client', 'sandbox'])
}, 300_000)

afterAll(() => scene?.[Symbol.asyncDispose]())

describe('the example for Express', { timeout: 300_000 }, () => {
  test('has no mistake for its compiler', async () => {
    expect(await scene.application.run('tsc')).toBe('')
  })

  test('passes its own tests, which end by themselves', async () => {
    const out = await scene.application.run('node', ['--test'])
    expect(out).toMatch(/# fail 0|fail 0/)
    expect(out).toMatch(/pass 3/)
  })

  test('is bundled for production', async ({ annotate }) => {
    const { folder } = scene.application
    await build({
      entryPoints: [path.join(folder, 'src/server.ts')],
      outfile: path.join(folder, 'dist/server.js'),
      bundle: true,
      minify: true,
      sourcemap: true,
      platform: 'node',
      format: 'esm',
      logLevel: 'silent',
    })
    const size = bundleSize(folder, 'dist/server.js')
    expect(size.ours).toBeGreaterThan(1000)
    await annotate(`Express: ${describeSize(size)}`, 'figure')
  })

  test('serves the members of a workspace', async () => {
    await using server = await scene.start(['node', 'src/server.ts'])
    const members = await (await fetch(`${server.url}/teams/demo`)).json()
    expect(members).toEqual(['ada', 'admin', 'grace'])
  })
})
