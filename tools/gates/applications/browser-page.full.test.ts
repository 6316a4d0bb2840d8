import { readFileSync } from 'node:fs'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Scene, setScene } from './scene.ts'

let scene: Scene

beforeAll(async () => {
  scene = await setScene('examples/browser', ['types', 'client'])
}, 300_000)

beforeEach(() => scene.sandbox.reset())

afterAll(() => scene?.[Symbol.asyncDispose]())

describe('the example for a page without a build step', { timeout: 300_000 }, () => {
  test('logs in, lists members and adds one', async ({ annotate }) => {
    await using server = await scene.start(['http-server', '-p', 'PORT', '-c-1'])
    await using visitor = await scene.visit(`${server.url}/?api=${scene.environment.USER_API}`)
    await visitor.logIn()
    await visitor.addMember()
    expect(visitor.complaints).toEqual([])

    const modules = visitor.scripts.filter((file) => file.startsWith('/node_modules/'))
    const bytes = modules.map(
      (file) => gzipSync(readFileSync(path.join(scene.application.folder, file))).length,
    )
    const kilobytes = bytes.reduce((sum, size) => sum + size, 0) / 1000
    await annotate(
      `Page without a build step: ${modules.length} modules, ${kilobytes.toFixed(1)} kB gzipped`,
      'figure',
    )
  })
})
