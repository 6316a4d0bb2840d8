import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { bundleSize, describeSize } from './bundle-size.ts'
import { type Scene, setScene } from './scene.ts'

let scene: Scene

beforeAll(async () => {
  scene = await setScene('tools/gates/applications/react-router', ['types', 'client'])
}, 300_000)

beforeEach(() => scene.sandbox.reset())

afterAll(() => scene?.[Symbol.asyncDispose]())

describe('an application of React Router, which calls from its loaders and actions', {
  timeout: 300_000,
}, () => {
  test('has no mistake for its compiler', async () => {
    await scene.application.run('react-router', ['typegen'])
    expect(await scene.application.run('tsc')).toBe('')
  })

  test('is built, with nothing of ours for the browser', async ({ annotate }) => {
    await scene.application.run('react-router', ['build'])
    const size = bundleSize(scene.application.folder, 'build/client/assets/*.js')
    expect(size.ours).toBe(0)
    await annotate(`React Router: ${describeSize(size)}, because it calls on the server`, 'figure')
  })

  test.each([
    ['on the development server', ['react-router', 'dev', '--port', 'PORT']],
    ['as it is built', ['react-router-serve', './build/server/index.js']],
  ] as const)('logs in, lists members and adds one, %s', async (_, command) => {
    await using server = await scene.start(command)
    await using visitor = await scene.visit(server.url)
    await visitor.logIn()
    await visitor.addMember()
    expect(visitor.complaints).toEqual([])
    expect(visitor.calls).toEqual([])
  })
})
