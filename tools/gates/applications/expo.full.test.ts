import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { serveStatic } from '@hono/node-server/serve-static'
import { serve } from '@windmill-user-api/sandbox/node'
import { Hono } from 'hono'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { bundleSize, describeSize } from './bundle-size.ts'
import { type Scene, setScene } from './scene.ts'

let scene: Scene

beforeAll(async () => {
  scene = await setScene('tools/gates/applications/expo', ['types', 'client', 'react-query'])
}, 300_000)

afterAll(() => scene?.[Symbol.asyncDispose]())

/** Bundles the application for a platform, in one process, and returns the folder. */
async function exported(platform: 'android' | 'web', ...options: string[]): Promise<string> {
  const folder = `dist-${platform}`
  const environment = { EXPO_OFFLINE: '1', EXPO_PUBLIC_USER_API: scene.environment.USER_API }
  await scene.application.run(
    'expo',
    ['export', '--platform', platform, '--output-dir', folder, '--max-workers', '1', ...options],
    environment,
  )
  return path.join(scene.application.folder, folder)
}

describe('an application of Expo', { timeout: 300_000 }, () => {
  test('is bundled by Metro for the web, and works in a browser', async ({ annotate }) => {
    const folder = await exported('web', '--source-maps')
    const size = bundleSize(folder, '_expo/static/js/web/*.js')
    expect(size.ours).toBeGreaterThan(1000)
    await annotate(`Expo, web: ${describeSize(size)}`, 'figure')

    const site = new Hono().use(serveStatic({ root: folder }))
    const server = await serve({ fetch: async (request) => site.fetch(request) })
    await using visitor = await scene.visit(server.url)
    await visitor.logIn()
    await visitor.addMember()
    expect(visitor.complaints).toEqual([])
    await server.close()
  })

  test('is bundled by Metro for Android, as bytecode of Hermes', async ({ annotate }) => {
    const folder = await exported('android')
    const [bundle = ''] = globSync('_expo/static/js/android/*.hbc', { cwd: folder })
    const bytecode = readFileSync(path.join(folder, bundle))
    // the number that every file of Hermes begins with
    expect(bytecode.subarray(0, 8).toString('hex')).toBe('c61fbc03c103191f')
    await annotate(`Expo, Android: ${(bytecode.length / 1000).toFixed(0)} kB of bytecode`, 'figure')
  })
})
