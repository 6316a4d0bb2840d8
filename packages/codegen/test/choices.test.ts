import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readDocument } from '../src/index.ts'
import { type Transplant, transplant } from './transplant.ts'

const done = { responses: { 204: { description: 'done' } } }
const object = { type: 'object', properties: { title: { type: 'string' } } }

const document = {
  openapi: '3.1.1',
  info: { title: 'Choices', version: '1.0.0' },
  security: [],
  paths: {
    '/notes': {
      post: {
        operationId: 'writeNote',
        parameters: [{ name: 'contentType', in: 'query', schema: { type: 'string' } }],
        requestBody: {
          required: true,
          content: {
            'text/plain': { schema: { type: 'string' } },
            'application/json': { schema: object },
            'multipart/form-data': { schema: object },
            'image/*': {},
          },
        },
        ...done,
      },
    },
    '/files': {
      servers: [{ url: 'https://files.example/v1/' }],
      get: { operationId: 'listFiles', ...done },
      post: {
        operationId: 'upload',
        servers: [
          {
            url: 'https://{region}.files.example:{port}/v{version}',
            variables: {
              region: { default: 'eu', enum: ['eu', 'us'] },
              port: { default: '443' },
              version: { default: '1' },
            },
          },
          { url: '/upload' },
        ],
        ...done,
      },
    },
    '/keys': {
      get: { operationId: 'byKey', security: [{}, { key: [], login: [] }, { queryKey: [] }], ...done },
    },
    '/either': { get: { operationId: 'either', security: [{ token: [] }, { key: [] }], ...done } },
    '/both': { get: { operationId: 'both', security: [{ token: [], key: [] }], ...done } },
  },
  components: {
    securitySchemes: {
      key: { type: 'apiKey', in: 'header', name: 'X-Key' },
      queryKey: { type: 'apiKey', in: 'query', name: 'api_key' },
      login: { type: 'http', scheme: 'basic' },
      token: { type: 'http', scheme: 'bearer' },
    },
  },
}

type Call = (input?: object) => Promise<unknown>
type Make = (options?: object) => { readonly sent: Request[]; readonly api: Record<string, Call> }

async function maker(of: Transplant): Promise<Make> {
  const { createUserApi } = await import(path.join(of.folder('client'), 'src/index.ts'))
  return (options) => {
    const sent: Request[] = []
    const fetch = (url: string, init: RequestInit) => {
      sent.push(new Request(url, init))
      return new Response(null, { status: 204 })
    }
    const auth = { kind: 'none' }
    return { sent, api: createUserApi({ baseUrl: 'https://api.example/base', auth, fetch, ...options }) }
  }
}

let packages: Transplant
let make: Make

beforeAll(async () => {
  packages = await transplant(readDocument(document))
  make = await maker(packages)
})

afterAll(() => packages.remove())

async function sentBy(id: string, input: object, options?: object): Promise<Request> {
  const { api, sent } = make(options)
  await api[id]?.(input)
  const [request] = sent
  if (!request) throw new Error('nothing was sent')
  return request
}

describe('a body of several media types', () => {
  test.each([
    ['application/json', { body: { title: 'a' } }, '{"title":"a"}'],
    ['application/json', { body: { title: 'a' }, contentType: 'application/json' }, '{"title":"a"}'],
    ['text/plain', { body: 'a', contentType: 'text/plain' }, 'a'],
    ['image/png', { body: new Blob(['x']), contentType: 'image/png' }, 'x'],
  ])('is sent as %s', async (type, input, text) => {
    const request = await sentBy('writeNote', input)
    expect([request.headers.get('Content-Type'), await request.text()]).toEqual([type, text])
  })

  test('may be a form, whose boundary fetch adds', async () => {
    const request = await sentBy('writeNote', { body: { title: 'a' }, contentType: 'multipart/form-data' })
    expect((await request.formData()).get('title')).toBe('a')
  })

  test.each(['text/html', 'image/*'])('is refused as %s', async (contentType) => {
    await expect(sentBy('writeNote', { body: 'a', contentType })).rejects.toMatchObject({
      kind: 'refused',
      argument: 'contentType',
    })
  })

  test('leaves its name to no parameter', async () => {
    const request = await sentBy('writeNote', { body: { title: 'a' }, query_contentType: 'x' })
    expect(request.url).toBe('https://api.example/base/notes?contentType=x')
  })
})

describe('an operation with servers of its own', () => {
  test.each([
    ['listFiles', {}, 'https://files.example/v1/files'],
    ['listFiles', { server: 'http://localhost:9000/' }, 'http://localhost:9000/files'],
    ['upload', {}, 'https://eu.files.example/v1/files'],
    [
      'upload',
      { server: { variables: { region: 'us', port: '8443', version: '2' } } },
      'https://us.files.example:8443/v2/files',
    ],
    ['upload', { server: { url: '/upload' } }, 'https://api.example/upload/files'],
  ])('%s with %j calls %s', async (id, input, url) => {
    expect((await sentBy(id, input)).url).toBe(url)
  })

  test.each([
    { variables: { region: 'asia' } },
    { variables: { port: '1/@evil.example' } },
    { variables: { version: '1?' } },
    { url: 'https://evil.example' },
    'https://user:password@files.example',
  ])('refuses %j', async (server) => {
    await expect(sentBy('upload', { server })).rejects.toMatchObject({ kind: 'refused', argument: 'server' })
  })
})

describe('keys of a client', () => {
  const proofs = ({ headers, url }: Request) => ({
    authorization: headers.get('Authorization'),
    key: headers.get('X-Key'),
    search: new URL(url).search,
  })
  const none = { authorization: null, key: null, search: '' }
  const login = { username: 'ada', password: 'é' }
  const basic = 'Basic YWRhOsOp'
  const bearer = { kind: 'bearer', token: 't0ken' }

  test.each<[string, string, object, object]>([
    ['none where it has none', 'byKey', {}, none],
    [
      'all that are needed together',
      'byKey',
      { keys: { key: 'k', login } },
      { key: 'k', authorization: basic },
    ],
    [
      'another one where one is missing',
      'byKey',
      { keys: { key: 'k', queryKey: () => 'q' } },
      { search: '?api_key=q' },
    ],
    ['a key instead of a token', 'either', { keys: { key: 'k' } }, { key: 'k' }],
    [
      'a token instead of a key',
      'either',
      { auth: bearer, keys: { key: 'k' } },
      { authorization: 'Bearer t0ken' },
    ],
    [
      'a token beside a key',
      'both',
      { auth: bearer, keys: { key: 'k' } },
      { authorization: 'Bearer t0ken', key: 'k' },
    ],
  ])('sends %s', async (_what, id, options, expected) => {
    expect(proofs(await sentBy(id, {}, options))).toEqual({ ...none, ...expected })
  })

  test('are not sent beside one of the call', async () => {
    const request = await sentBy('byKey', { api_key: 'own' }, { keys: { key: 'k', login } })
    expect(proofs(request)).toEqual({ ...none, search: '?api_key=own' })
  })

  test('that cannot be written are refused without being shown', async () => {
    const keys = { key: 'k', login: { username: 'a:b', password: 'secret' } }
    const failure = sentBy('byKey', {}, { keys })
    await expect(failure).rejects.toMatchObject({ kind: 'refused', argument: 'login' })
    await expect(failure).rejects.not.toThrow('secret')
  })
})

test('a document that has schemes and never asks for one lets the caller say which count', async () => {
  const { security: _, paths, ...others } = document
  const unsaid = await transplant(readDocument({ ...others, paths: { '/files': paths['/files'] } }), [
    'types',
    'client',
  ])
  try {
    const { api, sent } = (await maker(unsaid))({ keys: { key: 'k', queryKey: 'q' } })
    await api['listFiles']?.()
    expect(sent.map(({ url, headers }) => [url, headers.get('X-Key')])).toEqual([
      ['https://files.example/v1/files?api_key=q', 'k'],
    ])
  } finally {
    await unsaid.remove()
  }
})

test('two credentials for one header are refused', () => {
  const { paths, ...others } = document
  const both = { get: { ...paths['/both'].get, security: [{ token: [], login: [] }] } }
  const { refusals } = readDocument({ ...others, paths: { '/both': both } })
  expect(refusals.map(({ message }) => message)).toEqual([
    expect.stringContaining('needs token and login together, and both are in the header Authorization'),
  ])
})

test.each([
  ['https://{region}.example', {}, 'no variable of that name'],
  [
    'https://{region}.example',
    { region: { default: 'eu', enum: ['us'] } },
    'a default that its "enum" lacks',
  ],
  ['https://example.com?x=1', {}, 'has a query or a fragment'],
])('the server %s with the variables %j is refused', (url, variables, problem) => {
  const operation = { ...done, servers: [{ url, variables }] }
  const { refusals } = readDocument({ ...document, paths: { '/a': { get: operation } } })
  expect(refusals.map(({ message }) => message)).toEqual([expect.stringContaining(problem)])
})

/** What a user writes: the compiler refuses it where a type is another one. */
const program = `
import { createUserApi, type UserApi } from '../index.ts'

declare const api: UserApi
createUserApi({ baseUrl: '', auth: { kind: 'none' }, keys: { key: 'k', login: { username: 'a', password: 'b' } } })
// @ts-expect-error there is no such scheme
createUserApi({ baseUrl: '', auth: { kind: 'none' }, keys: { other: 'k' } })
void api.writeNote({ body: { title: 'a' } })
void api.writeNote({ body: 'a', contentType: 'text/plain' })
void api.writeNote({ body: new Blob(), contentType: 'image/png' })
// @ts-expect-error a text is no JSON
void api.writeNote({ body: 'a' })
// @ts-expect-error bytes are no text
void api.writeNote({ body: new Blob(), contentType: 'text/plain' })
void api.upload({ server: { variables: { region: 'us' } } })
void api.upload({ server: { url: '/upload' } })
void api.upload({ server: 'http://localhost' })
// @ts-expect-error there is no such region
void api.upload({ server: { variables: { region: 'asia' } } })
`

test.each(['client', 'react-query', 'msw', 'docs', 'contract-tests', 'sandbox'])(
  'what is generated for %s compiles',
  async (name) => {
    if (name === 'client') await writeFile(path.join(packages.folder(name), 'src/types/program.ts'), program)
    expect(await packages.problems(name)).toEqual([])
  },
)
