import { describe, expect, it } from 'vitest'
import { operationOf, readForeignDocument } from '../../../test/foreign-documents.ts'
import { type Operation, readDocument } from '../../model/index.ts'
import { curlSample } from './curl-sample.ts'

const library = readForeignDocument('library')
const parcels = readForeignDocument('parcels')

function sampleOf(model: typeof library, id: string): string {
  return curlSample(model, operationOf(model, id))
}

function sampleOfBody(value: unknown): string {
  const model = readDocument({
    openapi: '3.1.0',
    info: { title: 'Notes', version: '1.0.0' },
    paths: {
      '/notes': {
        post: {
          operationId: 'addNote',
          requestBody: { content: { 'application/json': { schema: {}, example: value } } },
          responses: {},
        },
      },
    },
  })
  // The document above has exactly one operation.
  return curlSample(model, model.operations[0] as Operation)
}

describe('curlSample', () => {
  it('sends the credentials of the first scheme from the environment', () => {
    expect(sampleOf(parcels, 'cancelParcel')).toContain('--header "Authorization: Bearer $WINDMILL_TOKEN"')
    expect(sampleOf(library, 'addBook')).toContain('--header "X-Library-Key: $WINDMILL_TOKEN"')
  })

  it('sends no credentials where none are needed', () => {
    expect(sampleOf(library, 'getBook')).toBe("curl 'https://main.library.example/v2/books/9780321486813'\n")
    expect(sampleOf(parcels, 'parcelExists')).toContain('--head')
  })

  it('writes lists of the query as the document has them', () => {
    expect(sampleOf(library, 'searchBooks')).toContain('/books?words=compilers,principles')
  })

  it('sends JSON on one line, and a form member by member', () => {
    expect(sampleOf(library, 'addBook')).toContain(`--data '{"isbn-13":"9780321486813","title":"Compilers"`)
    expect(sampleOf(parcels, 'announceDropOff')).toContain("--data-urlencode 'parcel_id=text'")
  })

  it('quotes what a shell would take apart', () => {
    expect(sampleOfBody({ text: "it's $HOME" })).toContain(String.raw`--data '{"text":"it'\''s $HOME"}'`)
  })

  it('falls back to this machine where the document names no server', () => {
    expect(sampleOfBody('x')).toContain("'http://localhost:8000/notes'")
  })
})
