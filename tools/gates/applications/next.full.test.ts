import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { bundleSize, describeSize } from './bundle-size.ts'
import { type Scene, setScene } from './scene.ts'

let scene: Scene

beforeAll(async () => {
  scene = await setScene('examples/next', ['types', 'client', 'react-query'])
}, 300_000)

beforeEach(() => scene.sandbox.reset())

afterAll(() => scene?.[Symbol.asyncDispose]())

const list = '/api/w/demo/users/list_usernames'

describe('the example for Next', { timeout: 300_000 }, () => {
  test('is built, its types included', async ({ annotate }) => {
    await scene.application.run('next', ['build'], scene.environment)
    const size = bundleSize(scene.application.folder, '.next/static/chunks/*.js')
    expect(size.ours).toBeGreaterThan(1000)
    await annotate(`Next: ${describeSize(size)}`, 'figure')
  })

  test.each([
    ['on the development server', ['next', 'dev', '--port', 'PORT']],
    ['as it is built', ['next', 'start', '--port', 'PORT']],
  ] as const)('hands over what the server has read, and adds a member, %s', async (_, command) => {
    await using server = await scene.start(command)
    await using visitor = await scene.visit(server.url)
    await visitor.logIn()
    expect(visitor.calls).not.toContain(list)

    await visitor.addMember()
    expect(visitor.calls).toContain(list)
    expect(visitor.complaints).toEqual([])
  })
})
