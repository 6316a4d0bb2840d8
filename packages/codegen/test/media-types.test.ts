import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readDocument } from '../src/index.ts'
import { type Transplant, transplant } from './transplant.ts'

const done = { responses: { 204: { description: 'done' } } }
const answers = (content: object) => ({
  responses: { 200: { description: 'ok', content } },
})
const takes = (content: object) => ({ requestBody: { required: true, content }, ...done })
const file = { type: 'string', format: 'binary' }
const list = { type: 'array', items: { type: 'string' } }

const model = readDocument({
  openapi: '3.1.1',
  info: { title: 'Media types', version: '1.0.0' },
  paths: {
    '/charset': {
      get: { operationId: 'charset', ...answers({ 'Application/JSON; charset=utf-8': { schema: {} } }) },
    },
    '/image': { get: { operationId: 'image', ...answers({ 'image/*': {} }) } },
    '/problem': { get: { operationId: 'problem', ...answers({ 'application/*+json': { schema: {} } }) } },
    '/xml': { post: { operationId: 'xml', ...takes({ 'application/xml': { schema: { type: 'object' } } }) } },
    '/form': {
      post: {
        operationId: 'form',
        ...takes({
          'application/x-www-form-urlencoded': {
            schema: { type: 'object', properties: { tags: list, ids: list } },
            encoding: { ids: { style: 'form', explode: false } },
          },
        }),
      },
    },
    '/parts': {
      post: {
        operationId: 'parts',
        ...takes({
          'multipart/form-data': {
            schema: { type: 'object', required: ['file'], properties: { file, note: { type: 'string' } } },
            encoding: { note: { contentType: 'text/markdown' } },
          },
        }),
      },
    },
  },
})

type Call = (input?: object) => Promise<unknown>
let packages: Transplant
let createApi: (answer: () => Response) => { readonly sent: Request[]; readonly api: Record<string, Call> }

beforeAll(async () => {
  packages = await transplant(model)
  const { createUserApi } = await import(path.join(packages.folder('client'), 'src/index.ts'))
  createApi = (answer) => {
    const sent: Request[] = []
    const fetch = async (url: string, init: RequestInit) => {
      sent.push(new Request(url, init))
      return answer()
    }
    return { sent, api: createUserApi({ baseUrl: 'https://api.example', auth: { kind: 'none' }, fetch }) }
  }
})

afterAll(() => packages.remove())

async function sentBy(id: string, input: object): Promise<Request> {
  const { api, sent } = createApi(() => new Response(null, { status: 204 }))
  await api[id]?.(input)
  const [request] = sent
  if (!request) throw new Error('nothing was sent')
  return request
}

async function readBy(id: string, body: string, type: string): Promise<unknown> {
  const { api } = createApi(() => new Response(body, { headers: { 'Content-Type': type } }))
  const answer = await api[id]?.()
  return answer instanceof Blob ? `bytes: ${await answer.text()}` : answer
}

test('every package compiles', async () => {
  for (const name of ['types', 'client', 'msw', 'react-query', 'docs'])
    expect(await packages.problems(name)).toEqual([])
})

describe('an answer', () => {
  test('is JSON whatever the parameters and the case of its media type', async () => {
    expect(await readBy('charset', '{"a":1}', 'application/json;charset=UTF-8')).toEqual({ a: 1 })
  })

  test('may be of any media type in a range', async () => {
    expect(await readBy('image', 'x', 'image/png')).toBe('bytes: x')
    expect(await readBy('problem', '{"a":1}', 'application/problem+json')).toEqual({ a: 1 })
  })

  test('of another media type is refused', async () => {
    await expect(readBy('problem', 'x', 'text/html')).rejects.toMatchObject({ kind: 'decode' })
  })
})

describe('a body', () => {
  test('is XML as a text', async () => {
    const request = await sentBy('xml', { body: '<a/>' })
    expect([request.headers.get('Content-Type'), await request.text()]).toEqual(['application/xml', '<a/>'])
  })

  test('is a form whose members have styles', async () => {
    const request = await sentBy('form', { body: { tags: ['a', 'b'], ids: ['1', '2'] } })
    expect(await request.text()).toBe('tags=a&tags=b&ids=1,2')
  })

  test('is a form of parts, each with its media type', async () => {
    const request = await sentBy('parts', {
      body: { file: new Blob(['x'], { type: 'image/png' }), note: '*hi*' },
    })
    const form = await request.formData()
    const parts = [...form].map(([name, part]) => [name, part instanceof Blob ? part.type : part])
    expect(parts).toEqual([
      ['file', 'image/png'],
      ['note', 'text/markdown'],
    ])
  })
})
