import { cp } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { bundleSize, describeSize } from './bundle-size.ts'
import { type Scene, setScene } from './scene.ts'

/** A token of Ada, in the world of the examples. */
const token = 'Qm3vK9xTzLr8WfYb2HnCd5PsGj7AeUkX'

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

  test.each(['', 'token=', 'token=%20', 'token=%C3%A4', 'token=expired'])(
    'asks a visitor with the cookie "%s" to log in',
    async (Cookie) => {
      await using server = await scene.start(['next', 'start', '--port', 'PORT'])
      const response = await fetch(server.url, { headers: { Cookie } })

      expect(response.status).toBe(200)
      expect(await response.text()).toContain('Log in</button>')
    },
  )
})

describe('Next with webpack, in a copy of the example with more pages', { timeout: 300_000 }, () => {
  test('renders a page of the Pages Router, and answers on the edge runtime', async () => {
    await cp(path.join(import.meta.dirname, 'next-more'), scene.application.folder, { recursive: true })
    await scene.application.run('next', ['build', '--webpack'], scene.environment)
    await using server = await scene.start(['next', 'start', '--port', 'PORT'], { USER_API_TOKEN: token })
    const ask = async (page: string) => (await fetch(`${server.url}/${page}`)).text()

    expect(await ask('classic')).toContain('<p>ada, admin, grace</p>')
    expect(await ask('edge')).toBe('["ada","admin","grace"]')
  })
})
