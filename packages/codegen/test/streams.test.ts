import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readDocument } from '../src/index.ts'
import { type Transplant, transplant } from './transplant.ts'

const answers = (content: object) => ({ responses: { 200: { description: 'ok', content } } })
const line = { type: 'object', required: ['line'], properties: { line: { type: 'integer' } } }
const list = { $ref: '#/components/schemas/Lines' }
const eventOf = (data: object) => ({ type: 'object', required: ['data'], properties: { data } })

const model = readDocument({
  openapi: '3.2.0',
  info: { title: 'Streams', version: '1.0.0' },
  security: [],
  paths: {
    '/lines': { get: { operationId: 'lines', ...answers({ 'application/x-ndjson': { schema: line } }) } },
    '/list': { get: { operationId: 'list', ...answers({ 'application/jsonl': { schema: list } }) } },
    '/records': {
      get: { operationId: 'records', ...answers({ 'application/json-seq': { itemSchema: line } }) },
    },
    '/kinds': {
      get: { operationId: 'kinds', ...answers({ 'text/event-stream': { schema: { enum: ['one', 1] } } }) },
    },
    '/events': { get: { operationId: 'events', ...answers({ 'text/event-stream': { schema: line } }) } },
    '/texts': {
      get: { operationId: 'texts', ...answers({ 'text/event-stream': { schema: { type: 'string' } } }) },
    },
    '/told': {
      get: {
        operationId: 'told',
        ...answers({
          'text/event-stream': {
            itemSchema: eventOf({
              type: 'string',
              contentMediaType: 'application/json',
              contentSchema: line,
            }),
          },
        }),
      },
    },
    '/failing': {
      get: {
        operationId: 'failing',
        responses: {
          ...answers({ 'text/event-stream': { schema: line } }).responses,
          400: { description: 'no', content: { 'text/event-stream': { schema: { type: 'string' } } } },
        },
      },
    },
    '/mixed': {
      get: {
        operationId: 'mixed',
        responses: {
          ...answers({ 'text/event-stream': { schema: line } }).responses,
          201: { description: 'new', content: { 'text/event-stream': { schema: { type: 'string' } } } },
        },
      },
    },
    '/either': {
      post: {
        operationId: 'either',
        requestBody: { content: { 'application/json': { schema: { type: 'object' } } } },
        ...answers({ 'application/json': { schema: line }, 'text/event-stream': { schema: line } }),
      },
    },
  },
  components: { schemas: { Lines: { type: 'array', items: line } } },
})

type Call = (input?: object, options?: object) => Promise<AsyncGenerator<unknown>>
type Options = { readonly hooks?: object; readonly validate?: object }
let packages: Transplant
let createApi: (answer: () => Response, options?: Options) => Record<string, Call>
type Handler = { run(call: object): Promise<{ readonly response?: Response } | null> }
let handlers: Record<string, (status: number, options?: object) => Handler>

beforeAll(async () => {
  packages = await transplant(model)
  const { createUserApi } = await import(path.join(packages.folder('client'), 'src/index.ts'))
  createApi = (answer, options) =>
    createUserApi({ baseUrl: 'https://api.example', auth: { kind: 'none' }, fetch: answer, ...options })
  const { createHandlers } = await import(path.join(packages.folder('msw'), 'src/index.ts'))
  handlers = createHandlers({ baseUrl: 'https://api.example' })
})

afterAll(() => packages.remove())

/** An answer that comes in these parts, and what became of it. */
function inParts(type: string, parts: readonly string[], last: 'close' | 'break' | 'wait' = 'close') {
  const state = { isCancelled: false }
  const left = [...parts]
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      const part = left.shift()
      if (part !== undefined) return controller.enqueue(new TextEncoder().encode(part))
      if (last === 'close') return controller.close()
      if (last === 'break') return controller.error(new TypeError('terminated'))
      return new Promise(() => {})
    },
    cancel() {
      state.isCancelled = true
    },
  })
  return { state, answer: () => new Response(body, { headers: { 'Content-Type': type } }) }
}

async function itemsOf(id: string, type: string, ...parts: string[]): Promise<unknown[]> {
  const items: unknown[] = []
  for await (const item of (await createApi(inParts(type, parts).answer)[id]?.()) ?? []) items.push(item)
  return items
}

test.each(['types', 'client', 'msw', 'react-query', 'docs', 'contract-tests', 'sandbox'])(
  'what is generated for %s compiles',
  async (name) => {
    expect(await packages.problems(name)).toEqual([])
  },
)

test('events of JSON are read as such, whatever a failure has', async () => {
  expect(await itemsOf('failing', 'text/event-stream', 'data: {"line":1}\n\n')).toEqual([
    { data: { line: 1 } },
  ])
})

test('events of JSON beside events of text are refused', () => {
  expect(model.refusals.map(({ message }) => message)).toEqual([
    expect.stringMatching(
      /^#\/paths\/~1mixed\/get: its successes have events of which some hold JSON.* Expected/,
    ),
  ])
})

describe('lines of JSON', () => {
  test('are items, however the text is cut', async () => {
    const items = [{ line: 1 }, { line: 2 }, { line: 3 }]
    const parts = ['{"li', 'ne":1}\n{"line":2}\r\n', '\n{"line":3}']
    expect(await itemsOf('lines', 'application/x-ndjson', ...parts)).toEqual(items)
    expect(await itemsOf('list', 'application/jsonl', ...parts)).toEqual(items)
  })

  test('may be records that have a character of their own before them', async () => {
    expect(
      await itemsOf('records', 'application/json-seq', '\x1e{"line":\n1}\n\x1e{"li', 'ne":2}\n'),
    ).toEqual([{ line: 1 }, { line: 2 }])
  })

  test('that are no JSON end the loop with an error', async () => {
    await expect(itemsOf('lines', 'application/x-ndjson', '{"line":1}\n{"line"')).rejects.toMatchObject({
      kind: 'decode',
      operation: 'lines',
      text: '{"line"',
    })
  })
})

describe('events', () => {
  test('have their type, their id and their data', async () => {
    const text = ['id: 7\nevent: added\ndata: {"line":1}\n\n: comment\n\ndata: {"line"', ':2}\n\n']
    const events = [{ id: '7', event: 'added', data: { line: 1 } }, { data: { line: 2 } }]
    expect(await itemsOf('events', 'text/event-stream; charset=utf-8', ...text)).toEqual(events)
    expect(await itemsOf('told', 'text/event-stream', ...text)).toEqual(events)
  })

  test('have texts where the document says so', async () => {
    expect(await itemsOf('texts', 'text/event-stream', 'data: a\ndata: "b"\n\ndata: [DONE]\n\n')).toEqual([
      { data: 'a\n"b"' },
      { data: '[DONE]' },
    ])
  })

  test('of JSON end with the word that many servers send last', async () => {
    expect(await itemsOf('events', 'text/event-stream', 'data: {"line":1}\n\ndata: [DONE]\n\n')).toEqual([
      { data: { line: 1 } },
    ])
  })

  test('may be there beside JSON, and the server chooses', async () => {
    const { answer } = inParts('application/json', ['{"line":1}'])
    expect(await createApi(answer)['either']?.()).toEqual({ line: 1 })
    expect(await itemsOf('either', 'text/event-stream', 'data: {"line":1}\n\n')).toEqual([
      { data: { line: 1 } },
    ])
  })
})

describe('a loop over a stream', () => {
  test('that ends early closes the connection', async () => {
    const { answer, state } = inParts('application/x-ndjson', ['{"line":1}\n{"line":2}\n'], 'wait')
    for await (const item of (await createApi(answer)['lines']?.()) ?? []) {
      expect(item).toEqual({ line: 1 })
      break
    }
    expect(state.isCancelled).toBe(true)
  })

  test('ends with the signal of the call', async () => {
    const controller = new AbortController()
    const { answer, state } = inParts('application/x-ndjson', ['{"line":1}\n'], 'wait')
    const items = await createApi(answer)['lines']?.({}, { signal: controller.signal })
    await items?.next()
    const next = items?.next()
    controller.abort('left')
    await expect(next).rejects.toMatchObject({ kind: 'aborted', cause: 'left' })
    expect(state.isCancelled).toBe(true)
  })

  test('rejects where the connection breaks, and a hook sees it', async () => {
    const failures: unknown[] = []
    const { answer } = inParts('application/x-ndjson', ['{"line":1}\n'], 'break')
    const hooks = { onError: ({ error }: { error: { kind: string } }) => failures.push(error.kind) }
    const items = await createApi(answer, { hooks })['lines']?.()
    expect(await items?.next()).toEqual({ done: false, value: { line: 1 } })
    await expect(items?.next()).rejects.toMatchObject({ kind: 'network' })
    expect(failures).toEqual(['network'])
  })

  test('holds each item to its shape where the client validates', async () => {
    const { validate } = await import(path.join(packages.folder('client'), 'src/validate/index.ts'))
    const { answer } = inParts('application/x-ndjson', ['{"line":1}\n{"line":"2"}\n'])
    const items = await createApi(answer, { validate })['lines']?.()
    expect(await items?.next()).toEqual({ done: false, value: { line: 1 } })
    await expect(items?.next()).rejects.toMatchObject({ kind: 'decode' })
  })
})

test('a mock writes the items that it is given', async () => {
  const mocked = async (id: string, body: unknown) => {
    const request = new Request(`https://api.example/${id}`)
    return (await handlers[id]?.(200, { body }).run({ request, requestId: id }))?.response?.text()
  }
  expect(await mocked('lines', [{ line: 1 }, { line: 2 }])).toBe('{"line":1}\n{"line":2}\n')
  expect(await mocked('events', [{ event: 'added', data: { line: 1 } }])).toBe(
    'event: added\ndata: {"line":1}\n\n',
  )
  expect(await mocked('texts', [{ data: 'a\nb' }])).toBe('data: a\ndata: b\n\n')
  // A text among JSON is JSON, too.
  expect(await mocked('kinds', [{ event: 'added', data: 'one' }, { data: 1 }])).toBe(
    'event: added\ndata: "one"\n\ndata: 1\n\n',
  )
  expect(await itemsOf('kinds', 'text/event-stream', 'data: "one"\n\ndata: 1\n\n')).toEqual([
    { data: 'one' },
    { data: 1 },
  ])
})

test('a document that gives no example has a mock with one item', async () => {
  const { fixtures } = await import(path.join(packages.folder('msw'), 'src/fixtures.ts'))
  expect([fixtures.lines[200], fixtures.events[200]]).toEqual([[{ line: 1 }], [{ data: { line: 1 } }]])
})
