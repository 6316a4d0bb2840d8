import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createStartApp } from './app.ts'

let site: string

beforeAll(async () => {
  site = await mkdtemp(path.join(tmpdir(), 'site-'))
  await writeFile(path.join(site, 'index.html'), '<h1>Docs</h1>')
  await writeFile(path.join(site, 'UserApi.md'), '# UserApi')
  await writeFile(path.join(site, '404.html'), '<h1>Not here</h1>')
})

afterAll(() => rm(site, { recursive: true }))

async function get(url: string): Promise<[number, string]> {
  const sandbox = (request: Request) => new Response(`sandbox: ${new URL(request.url).pathname}`)
  const app = createStartApp({ site, served: { '/api/*': sandbox, '/sandbox/*': sandbox } })
  const response = await app.request(url)
  return [response.status, await response.text()]
}

test('serves the docs at the root', async () => {
  expect(await get('/')).toEqual([200, '<h1>Docs</h1>'])
})

test('hands what lies below /api to the sandbox, path untouched', async () => {
  expect(await get('/api/users/whoami')).toEqual([200, 'sandbox: /api/users/whoami'])
  expect(await get('/api')).toEqual([200, 'sandbox: /api'])
  expect(await get('/api/w/a%2Fb/users/list')).toEqual([200, 'sandbox: /api/w/a%2Fb/users/list'])
})

test('hands the page of the sandbox to it, and its reset', async () => {
  expect(await get('/sandbox')).toEqual([200, 'sandbox: /sandbox'])
  expect(await get('/sandbox/reset')).toEqual([200, 'sandbox: /sandbox/reset'])
  expect(await get('/sandboxes')).toEqual([404, '<h1>Not here</h1>'])
})

test('answers an unknown page with 404 and says so', async () => {
  expect(await get('/apis')).toEqual([404, '<h1>Not here</h1>'])
})

test('serves Markdown as text to read, not as a file to save', async () => {
  const app = createStartApp({ site, served: { '/api/*': () => new Response() } })
  const response = await app.request('/UserApi.md')
  expect(response.headers.get('Content-Type')).toBe('text/markdown; charset=utf-8')
})
