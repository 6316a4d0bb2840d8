import { cp } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { repository } from '../../src/repository.ts'
import { bundleSize, describeSize } from './bundle-size.ts'
import { type Scene, setScene } from './scene.ts'

const sample = path.join(repository, 'packages/react-query/samples/console.tsx')

let scene: Scene

beforeAll(async () => {
  scene = await setScene('tools/gates/applications/vite-react', ['types', 'client', 'react-query'])
  await cp(sample, path.join(scene.application.folder, 'src/console.tsx'))
}, 300_000)

beforeEach(() => scene.sandbox.reset())

afterAll(() => scene?.[Symbol.asyncDispose]())

describe('the sample application on Vite and React', { timeout: 300_000 }, () => {
  test('has no mistake for its compiler', async () => {
    expect(await scene.application.run('tsc')).toBe('')
  })

  test('is built', async ({ annotate }) => {
    await scene.application.run('vite', ['build'])
    const size = bundleSize(scene.application.folder, 'dist/assets/*.js')
    expect(size.ours).toBeGreaterThan(1000)
    await annotate(`Vite, React: ${describeSize(size)}`, 'figure')
  })

  test.each([
    ['on the development server', ['vite', '--port', 'PORT']],
    ['as it is built', ['vite', 'preview', '--port', 'PORT']],
  ] as const)('logs in, lists members and adds one, %s', async (_, command) => {
    await using server = await scene.start(command)
    await using visitor = await scene.visit(server.url)
    await visitor.logIn()
    await visitor.addMember()
    expect(visitor.complaints).toEqual([])
  })
})
