import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { operations } from '../src/generated/methods.ts'
import { byPath, type Client, createClient, RefusedError } from '../src/index.ts'
import { caught } from './support/caught.ts'
import { baseUrl, recordingServer, text } from './support/server.ts'

interface Documented {
  readonly id: string
  readonly method: string
  readonly path: string
  readonly names: readonly string[]
}

const documented = readOperations()
const withPathValues = documented.filter(({ names }) => names.length > 0)

function readOperations(): Documented[] {
  const file = new URL('../../../spec/dist/openapi.json', import.meta.url)
  const { paths }: { paths: Record<string, object> } = JSON.parse(readFileSync(file, 'utf8'))
  return Object.entries(paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, { operationId }]: [string, { operationId: string }]) => {
      return {
        id: operationId,
        method: method.toUpperCase(),
        path,
        names: [...path.matchAll(/\{([^}]+)\}/g)].map(([, name = '']) => name),
      }
    }),
  )
}

/** Calls an operation by name, with an input that its type would not allow. */
async function call(id: string, client: Client, input: Record<string, unknown>): Promise<unknown> {
  const found = operations.find((operation) => operation.id === id)
  // The point of this test is values that types do not exclude.
  return (found as unknown as (client: Client, input: object) => Promise<unknown>)(client, input)
}

/** Any text, and much more of what servers and proxies take for a step to another path than chance would give. */
const pathValue = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom(...'.%2eE5/\\;?# \u0000a', '\ud800') }),
)

/** The path values as the server reads them; nothing where the request line is not that of the operation's template. */
function valuesIn({ path }: Documented, url: string): string[] | undefined {
  const template = path.replaceAll(/\{[^}]+\}/g, '([^/]+)')
  return new RegExp(`^${baseUrl}${template}$`).exec(url)?.slice(1).map(decodeURIComponent)
}

test('every operation of the document can be called', () => {
  expect(operations.map(({ id }) => id)).toEqual(documented.map(({ id }) => id))
})

describe('whatever the path values are, a call reaches its own endpoint or is refused', () => {
  test.each(withPathValues)('$id', async (operation) => {
    const { names } = operation
    const inputs = fc.record(Object.fromEntries(names.map((name) => [name, pathValue])))
    await fc.assert(
      fc.asyncProperty(inputs, async (input) => {
        const server = recordingServer(() => text('', 500))
        const client = createClient({ baseUrl, auth: { kind: 'none' }, fetch: server.fetch })
        const error = await caught(call(operation.id, client, input))
        const [request] = server.requests

        if (error instanceof RefusedError) expect(server.requests).toEqual([])
        else expect(request && valuesIn(operation, request.url)).toEqual(names.map((name) => input[name]))
      }),
      { numRuns: 200 },
    )
  })
})

describe('the same holds for a call by path', () => {
  test.each(withPathValues)('$method $path', async (operation) => {
    const { names, method, path } = operation
    const inputs = fc.record(Object.fromEntries(names.map((name) => [name, pathValue])))
    await fc.assert(
      fc.asyncProperty(inputs, async (values) => {
        const server = recordingServer(() => text('', 500))
        const api = createClient({ baseUrl, auth: { kind: 'none' }, fetch: server.fetch, retry: false })
        // Paths and values that no type would allow.
        const callPath = Reflect.get(byPath(api), method) as (path: string, init: object) => Promise<unknown>
        const error = await callPath(path, { params: { path: values } }).catch((reason: unknown) => reason)
        const [request] = server.requests

        if (error instanceof RefusedError) expect(server.requests).toEqual([])
        else expect(request && valuesIn(operation, request.url)).toEqual(names.map((name) => values[name]))
      }),
      { numRuns: 100 },
    )
  })
})

describe('a value that leads to another endpoint is refused', () => {
  test.each(withPathValues)('$id', async (operation) => {
    const server = recordingServer(() => text('', 500))
    const client = createClient({ baseUrl, auth: { kind: 'none' }, fetch: server.fetch })
    const { names } = operation

    for (const refused of names) {
      for (const value of ['', '.', '..', '.%2E', '%252e%252e', 'a\r\nb', undefined]) {
        const input = { ...Object.fromEntries(names.map((name) => [name, 'ada'])), [refused]: value }
        const error = await caught(call(operation.id, client, input))
        expect(error).toMatchObject({ kind: 'refused', argument: refused, operation: operation.id })
      }
    }
    expect(server.requests).toEqual([])
  })

  test('through a call by path too', async () => {
    const server = recordingServer(() => text('', 500))
    const client = byPath(createClient({ baseUrl, auth: { kind: 'none' }, fetch: server.fetch }))
    const path = { workspace: 'demo', username: '..' }

    const error = await caught(client.DELETE('/w/{workspace}/users/delete/{username}', { params: { path } }))
    expect(error).toMatchObject({ kind: 'refused', argument: 'username', operation: 'deleteUser' })

    // @ts-expect-error the path values are missing
    const without = await caught(client.DELETE('/w/{workspace}/users/delete/{username}'))
    expect(without).toMatchObject({ kind: 'refused', operation: 'deleteUser' })
    // @ts-expect-error the document has no such path
    const elsewhere = await caught(client.GET('/w/demo/users/list'))
    expect(elsewhere).toMatchObject({ kind: 'refused', argument: 'path', operation: undefined })
    expect(server.requests).toEqual([])
  })
})
