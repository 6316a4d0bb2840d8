import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { serve } from '@windmill-user-api/sandbox/node'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createFront } from './front.ts'
import { createReloads } from './reloads.ts'
import { createSite } from './site.ts'

let folder: string

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'front-'))
  await build('first')
})

afterEach(() => rm(folder, { recursive: true }))

/** As a build leaves the site. */
async function build(text: string): Promise<void> {
  await rm(path.join(folder, 'dist'), { recursive: true, force: true })
  await mkdir(path.join(folder, 'dist'))
  await writeFile(path.join(folder, 'dist/index.html'), `<p>${text}</p>`)
  await writeFile(path.join(folder, 'dist/404.html'), '<p>not here</p>')
  await writeFile(path.join(folder, 'dist/index.md'), text)
}

function createParts(url: () => Promise<string> = async () => 'http://127.0.0.1:9') {
  const site = createSite(path.join(folder, 'dist'), folder)
  const reloads = createReloads()
  return { site, reloads, front: createFront({ backend: { url }, site, reloads }) }
}

test('until the first build ends, a page says so and loads itself anew', async () => {
  const response = await createParts().front.request('/')

  expect(response.status).toBe(503)
  expect(await response.text()).toContain('/dev/reload.js')
})

test('while a build empties its folder, the site before is served', async () => {
  const { front, site } = createParts()
  await site.update()
  await rm(path.join(folder, 'dist'), { recursive: true })

  const response = await front.request('/')
  expect([response.status, await response.text()]).toEqual([200, expect.stringContaining('<p>first</p>')])
  await build('second')
  await site.update()
  expect(await (await front.request('/')).text()).toContain('<p>second</p>')
})

test('pages load themselves anew, and other files are as they were built', async () => {
  const { front, site } = createParts()
  await site.update()

  expect(await (await front.request('/')).text()).toContain('src="/dev/reload.js"')
  expect((await front.request('/nowhere')).status).toBe(404)
  expect(await (await front.request('/index.md')).text()).toBe('first')
  expect(await (await front.request('/dev/reload.js')).text()).toContain('EventSource')
})

test('a call waits while the sandbox starts again', async () => {
  const sandbox = await serve(
    { fetch: async ({ method, url }) => new Response(`${method} ${new URL(url).pathname}`) },
    { port: 0, host: '127.0.0.1' },
  )
  const listening = Promise.withResolvers<string>()
  const { front } = createParts(() => listening.promise)
  const answer = front.request('/api/users/whoami?a=1', { method: 'POST', body: '{}' })
  listening.resolve(sandbox.url)

  expect(await (await answer).text()).toBe('POST /api/users/whoami')
  await sandbox.close()
})

test('a call of a sandbox that did not start says where the reason is', async () => {
  const { front } = createParts(() => Promise.reject(new Error('no')))
  const response = await front.request('/api/users/whoami')

  expect([response.status, await response.text()]).toEqual([
    503,
    expect.stringContaining('The terminal says why'),
  ])
})

test('an open page is told of each build', async () => {
  const { front, reloads } = createParts()
  const reader = (await front.request('/dev/reloads')).body?.pipeThrough(new TextDecoderStream()).getReader()
  const told = [(await reader?.read())?.value]
  reloads.send()
  told.push((await reader?.read())?.value)
  await reader?.cancel()

  expect(told).toEqual([
    expect.stringContaining('event: connected'),
    expect.stringContaining('event: reload'),
  ])
})
