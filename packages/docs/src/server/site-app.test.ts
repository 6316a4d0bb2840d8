import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createSiteApp } from './site-app.ts'

let site: string

const notHere = '<head><base href="/"></head><h1>Not here</h1>'

beforeAll(async () => {
  site = await mkdtemp(path.join(tmpdir(), 'site-'))
  await writeFile(path.join(site, 'index.html'), '<h1>Docs</h1>')
  await writeFile(path.join(site, 'UserApi.md'), '# UserApi')
  await writeFile(path.join(site, '404.html'), '<head></head><h1>Not here</h1>')
  await mkdir(path.join(site, 'reference'))
  await writeFile(path.join(site, 'reference/index.html'), '<h1>Reference</h1>')
  await mkdir(path.join(site, '_astro'))
  await writeFile(path.join(site, '_astro/site.abc.css'), 'body { margin: 0 }')
})

afterAll(() => rm(site, { recursive: true }))

async function get(url: string): Promise<[number, string]> {
  const sandbox = (request: Request) => new Response(`sandbox: ${new URL(request.url).pathname}`)
  const app = createSiteApp({ site, served: { '/api/*': sandbox, '/sandbox/*': sandbox } })
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
  expect(await get('/sandboxes')).toEqual([404, notHere])
})

test('answers an unknown page with 404, whose links lead from the root', async () => {
  expect(await get('/apis')).toEqual([404, notHere])
})

function request(url: string, headers: Record<string, string> = {}): Promise<Response> {
  return Promise.resolve(createSiteApp({ served: {}, site }).request(url, { headers }))
}

test('sends a page from the address of its folder, where its relative links lead on', async () => {
  const response = await request('/reference?page=2')
  expect([response.status, response.headers.get('Location')]).toEqual([301, '/reference/?page=2'])
  expect((await request('/reference/')).status).toBe(200)
})

test.each([
  ['gzip, deflate, br, zstd', 'br', brotliDecompressSync],
  ['gzip', 'gzip', gunzipSync],
  ['br;q=0, gzip', 'gzip', gunzipSync],
])('compresses for a browser that takes %s by %s', async (accepted, encoding, decode) => {
  const response = await request('/', { 'Accept-Encoding': accepted })
  expect(response.headers.get('Content-Encoding')).toBe(encoding)
  expect(response.headers.get('Vary')).toBe('Accept-Encoding')
  expect(decode(await response.arrayBuffer()).toString()).toBe('<h1>Docs</h1>')
})

test('lets a browser keep for a year what has a hash in its name, and ask anew for everything else', async () => {
  const style = await request('/_astro/site.abc.css')
  expect(style.headers.get('Cache-Control')).toBe('public, max-age=31536000, immutable')
  const page = await request('/')
  expect(page.headers.get('Cache-Control')).toBe('no-cache')
  const again = await request('/', { 'If-None-Match': page.headers.get('ETag') ?? '' })
  expect(again.status).toBe(304)
})

test.each(['/', '/UserApi.md', '/nowhere'])('sends %s with headers that protect', async (url) => {
  const { headers } = await request(url)
  expect(headers.get('X-Content-Type-Options')).toBe('nosniff')
  expect(headers.get('Referrer-Policy')).toBe('no-referrer')
})

test('serves Markdown as text to read, not as a file to save', async () => {
  const app = createSiteApp({ site, served: { '/api/*': () => new Response() } })
  const response = await app.request('/UserApi.md')
  expect(response.headers.get('Content-Type')).toBe('text/markdown; charset=utf-8')
})

describe('below a path', () => {
  const below = (url: string) => {
    const api = (request: Request) => new Response(`api: ${new URL(request.url).pathname}`)
    const app = createSiteApp({ site, served: { '/docs/v1/api/*': api }, basePath: '/docs/v1' })
    return app.request(url)
  }

  test('serves the site there, and the API with its path untouched', async () => {
    expect(await (await below('/docs/v1/')).text()).toBe('<h1>Docs</h1>')
    expect(await (await below('/docs/v1/UserApi.md')).text()).toBe('# UserApi')
    expect(await (await below('/docs/v1/api/users/whoami')).text()).toBe('api: /docs/v1/api/users/whoami')
  })

  test.each([
    ['/', '/docs/v1/'],
    ['/docs/v1', '/docs/v1/'],
    ['/docs/v1/reference', '/docs/v1/reference/'],
  ])('leads from %s to %s', async (from, to) => {
    const response = await below(from)
    expect([response.ok, response.headers.get('Location')]).toEqual([false, to])
  })

  test('leads on from a page that is not there', async () => {
    expect(await (await below('/docs/v1/nowhere')).text()).toContain('<base href="/docs/v1/">')
    expect((await below('/docs/v2/')).status).toBe(404)
  })
})
