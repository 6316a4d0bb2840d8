import { globSync, readFileSync } from 'node:fs'
import { describe, expect, onTestFinished, test } from 'vitest'
import { ada, useSandbox } from '../test/use-sandbox.ts'
import { openMemory } from './database/memory.ts'
import { pathsOfDocument } from './http/paths.ts'
import { providerPath } from './oauth/provider-client.ts'
import { createProvider } from './provider/app.ts'
import { largestBody, markFramed, readLimited } from './read-limited.ts'

const { fetch } = useSandbox()

const chunk = new Uint8Array(65_536)

/** A body without an end, and how much of it was read. */
function endless() {
  let bytes = 0
  const body = new ReadableStream({
    pull: (controller) => {
      bytes += chunk.length
      controller.enqueue(chunk)
    },
  })
  return { body, bytesRead: () => bytes }
}

function requestWith(body: BodyInit, headers: Record<string, string> = {}): Request {
  const url = 'http://localhost:8000/api/users/tokens/create'
  const init = { method: 'POST', headers, body, duplex: 'half' }
  return new Request(url, init)
}

describe('what is read of a body', () => {
  test('is all of it, up to 1 MiB', async () => {
    expect(await readLimited(requestWith(new Uint8Array(largestBody)))).toHaveLength(largestBody)
    await expect(readLimited(requestWith(new Uint8Array(largestBody + 1)))).rejects.toThrow(
      'more than 1048576 bytes',
    )
  })

  test.each([{}, { 'Content-Length': '1' }])(
    'is counted, whatever its length is said to be: %j',
    async (headers) => {
      const { body, bytesRead } = endless()
      await expect(readLimited(requestWith(body, headers))).rejects.toThrow('more than 1048576 bytes')
      expect(bytesRead()).toBeLessThan(largestBody + 4 * chunk.length)
    },
  )

  test('is nothing where it says itself that it is too long', async () => {
    const { body, bytesRead } = endless()
    const request = requestWith(body, { 'Content-Length': String(largestBody + 1) })
    markFramed(request)
    await expect(readLimited(request)).rejects.toThrow('more than 1048576 bytes')
    expect(bytesRead()).toBeLessThan(2 * chunk.length)
  })

  test('is as much of the answer of a provider', async () => {
    await expect(readLimited(new Response(endless().body))).rejects.toThrow('more than 1048576 bytes')
  })
})

/** Every route, with each of its methods that may have a body, and some that there are none of. */
async function routes(): Promise<string[]> {
  const { database, close } = await openMemory()
  onTestFinished(close)
  const ports = { database, clock: () => new Date(), random: (length: number) => new Uint8Array(length) }
  const provider = createProvider({ ...ports, redirectUri: 'http://localhost:8000' })
  const ofProvider = provider.routes.map(({ method, path }) => `${method} /api${providerPath}${path}`)
  const ofDocument = pathsOfDocument().flatMap(({ template, operations }) =>
    [...operations.keys()].map((method) => `${method} /api${template.replaceAll(/[{}]/g, '')}`),
  )
  const others = ['POST /health', 'PUT /api/users/whoami', 'POST /api/nothing', 'POST /']
  return [...ofDocument, ...ofProvider, ...others].filter((route) => !/^GET /.test(route))
}

test.each(['application/json', 'application/x-www-form-urlencoded'])(
  'no route reads a body without an end, and none fails for it (%s)',
  async (mediaType) => {
    const all = await routes()
    for (const route of all) {
      const [method = '', path] = route.split(' ')
      const { body, bytesRead } = endless()
      const headers = { Authorization: `Bearer ${ada}`, 'Content-Type': mediaType }
      const init = { method, headers, body, duplex: 'half' }
      const { status } = await fetch(new Request(`http://localhost:8000${path}`, init))
      expect([route, status < 500, bytesRead() < 2 * largestBody]).toEqual([route, true, true])
    }
    expect(all.length).toBeGreaterThan(20)
  },
)

/** Every way that a `Request`, a `Response` or Hono has to read a body. */
const reads = /\.(?:text|json|arrayBuffer|blob|bytes|formData|parseBody|getReader)\(\)/g

/** What else is read in the source, by line. Of requests, only those that a page makes itself are among it, before the worker limits them. */
const answersOfOurOwn = [
  'src/console/recent-requests.ts: const text = await response.clone().text()',
  "src/database/snapshot.ts: return file.protocol === 'file:' ? fromDisk() : (await fetch(file)).blob()",
  'src/http/check-response.ts: const text = await response.text()',
  'src/oauth/fetch-user-info.ts: return await answer.json()',
  "src/provider/pages.ts: : answer.status + ': ' + (await answer.text())",
  'src/read-limited.ts: const reader = body?.getReader()',
  'src/read-limited.ts: if (length !== null && framed.has(message)) return new Uint8Array(await message.arrayBuffer())',
  'src/worker/engine-files.ts: const reader = stream.getReader()',
  'src/worker/engine-files.ts: fsBundle: await system.blob(),',
  "src/worker/engine-files.ts: return new Blob([await snapshot.arrayBuffer()], { type: 'application/x-tar' })",
  'src/worker/messages.ts: const body = request.body === null ? undefined : await request.arrayBuffer()',
  'src/worker/messages.ts: const body = response.body === null ? undefined : await response.arrayBuffer()',
]

test('the source reads a body in one way', () => {
  const folder = new URL('../', import.meta.url).pathname
  const files = globSync('src/**/*.ts', { cwd: folder }).filter((file) => !/\.test\.ts$|generated/.test(file))
  const found = files.flatMap((file) => {
    const lines = readFileSync(`${folder}${file}`, 'utf8').split('\n')
    return lines.filter((line) => line.match(reads) !== null).map((line) => `${file}: ${line.trim()}`)
  })
  expect(found.filter((line) => !/: \* /.test(line)).sort()).toEqual(answersOfOurOwn)
})
