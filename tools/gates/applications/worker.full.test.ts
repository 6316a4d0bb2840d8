import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { bundleSize, describeSize } from './bundle-size.ts'
import { type Scene, setScene } from './scene.ts'

/** A token of Ada, in the world of the examples. */
const token = 'Qm3vK9xTzLr8WfYb2HnCd5PsGj7AeUkX'

let scene: Scene

beforeAll(async () => {
  scene = await setScene('tools/gates/applications/worker', ['types', 'client'])
}, 300_000)

afterAll(() => scene?.[Symbol.asyncDispose]())

describe('a worker of Cloudflare', { timeout: 300_000 }, () => {
  test('has no mistake for its compiler', async () => {
    expect(await scene.application.run('tsc')).toBe('')
  })

  test('is built by wrangler', async ({ annotate }) => {
    await scene.application.run('wrangler', ['deploy', '--dry-run', '--minify', '--outdir', 'dist'])
    const size = bundleSize(scene.application.folder, 'dist/index.js')
    expect(size.ours).toBeGreaterThan(1000)
    await annotate(`Cloudflare Worker: ${describeSize(size)}`, 'figure')
  })

  test('answers from workerd, each request by itself', async () => {
    await using server = await scene.start(['node', 'serve.mjs'], { USER_API_TOKEN: token })
    const ask = async (workspace: string) => {
      const response = await fetch(`${server.url}/teams/${workspace}`)
      return [response.status, await response.text()]
    }
    expect(await Promise.all(['demo', 'nowhere', 'demo'].map(ask))).toEqual([
      [200, '["ada","admin","grace"]'],
      [404, 'status'],
      [200, '["ada","admin","grace"]'],
    ])
  })
})
