import { describe, expect, it } from 'vitest'
import { readForeignDocument } from '../../../test/foreign-documents.ts'
import { readDocument } from '../../model/index.ts'
import { curlSample } from './curl-sample.ts'
import { fetchSample } from './fetch-sample.ts'

const library = readForeignDocument('library')

function sampleOf(model: typeof library, id: string): string {
  const operation = model.operations.find((each) => each.id === id)
  if (!operation) throw new Error(`the document has no ${id}`)
  return fetchSample(model, operation)
}

it('sends a body with its media type, and the credentials', () => {
  const sample = sampleOf(library, 'borrowCopy')
  expect(sample).toContain("method: 'POST'")
  expect(sample).toContain("'X-Library-Key': token")
  expect(sample).toContain("'Content-Type': 'application/json'")
  expect(sample).toContain('body: JSON.stringify({')
})

it('throws what the server says of a failure, and prints what it returns', () => {
  expect(sampleOf(library, 'getBook')).toMatch(
    /^const response = await fetch\('.*'\)\nif \(!response\.ok\) throw new Error\(await response\.text\(\)\)\nconsole\.log\(await response\.json\(\)\)\n$/,
  )
})

/** The sample of the only operation of a document. */
function only(operation: object, securitySchemes: object = {}) {
  const model = readDocument({
    openapi: '3.1.0',
    info: { title: 'Notes', version: '1.0.0' },
    paths: { '/notes': { post: { operationId: 'addNote', responses: {}, ...operation } } },
    components: { securitySchemes },
  })
  const [found] = model.operations
  if (!found) throw new Error('the document has no operation')
  return { fetch: fetchSample(model, found), curl: curlSample(model, found) }
}

it('fills a form part by part, also one without parts', () => {
  const form = (value: object) => ({
    requestBody: { content: { 'multipart/form-data': { schema: { type: 'object' }, example: value } } },
  })

  expect(only(form({ title: 'a' })).fetch).toContain(
    "const form = new FormData()\nform.append('title', 'a')\nconst response",
  )
  expect(only(form({})).fetch).toContain('const form = new FormData()\nconst response')
})

describe('a key', () => {
  const inPlace = (place: string, operation: object = {}) =>
    only({ security: [{ key: [] }], ...operation }, { key: { type: 'apiKey', in: place, name: 'api_key' } })

  it('goes into the query', () => {
    expect(inPlace('query').fetch).toMatch(/fetch\(`http:\/\/localhost:8000\/notes\?api_key=\$\{token\}`, \{/)
    expect(inPlace('query').curl).toContain('"http://localhost:8000/notes?api_key=$WINDMILL_TOKEN"')
  })

  it('stands among other cookies', () => {
    const parameters = [
      { name: 'theme', in: 'cookie', required: true, schema: { type: 'string', examples: ['dark'] } },
    ]

    expect(inPlace('cookie', { parameters }).fetch).toMatch(/Cookie: `api_key=\$\{token\}; theme=dark`/)
  })

  it('comes before a parameter of the same name', () => {
    const parameters = [{ name: 'API_KEY', in: 'header', required: true, schema: { type: 'string' } }]

    expect(inPlace('header', { parameters }).fetch).toContain('headers: { api_key: token }')
  })
})

it('reads no token where none can be shown', () => {
  expect(only({ security: [{ client: [] }] }, { client: { type: 'mutualTLS' } }).fetch).not.toContain('token')
})

it('encodes what HTTP Basic takes', () => {
  expect(only({ security: [{ basic: [] }] }, { basic: { type: 'http', scheme: 'basic' } }).fetch).toMatch(
    /Authorization: `Basic \$\{btoa\(token\)\}`/,
  )
})
