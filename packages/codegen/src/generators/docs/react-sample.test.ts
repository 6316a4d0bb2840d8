import { describe, expect, it } from 'vitest'
import { operationOf, readForeignDocument } from '../../../test/foreign-documents.ts'
import { type DocumentModel, readDocument } from '../../model/index.ts'
import { reactSample } from './react-sample.ts'

const library = readForeignDocument('library')

function sampleOf(model: DocumentModel, id: string): string {
  return reactSample(model, operationOf(model, id))
}

/** A document with one operation that returns nothing. */
function documentWith(operationId: string, summary: string): DocumentModel {
  const responses = { 204: { description: 'None.' } }
  return readDocument({
    openapi: '3.1.1',
    info: { title: 'Clock', version: '1' },
    paths: { '/clock': { post: { operationId, summary, responses } } },
  })
}

describe('reactSample', () => {
  it('reads with useQuery, and shows what comes back', () => {
    const sample = sampleOf(library, 'getBook')
    expect(sample).toContain("import { getBookQuery, useClient } from '@windmill-user-api/react-query'")
    expect(sample).toContain("  const query = getBookQuery(client, { isbn: '9780321486813' })\n")
    expect(sample).toContain('  const { data, error, isPending } = useQuery(query)\n')
    expect(sample).toContain('<pre>{JSON.stringify(data, null, 2)}</pre>')
  })

  it('changes something with useMutation, when a button is pressed', () => {
    const sample = sampleOf(library, 'replaceBook')
    expect(sample).toContain('  const mutation = replaceBookMutation(client)\n')
    expect(sample).toContain('  const { mutate, error, isPending, isSuccess } = useMutation(mutation)\n')
    expect(sample).toContain('disabled={isPending} onClick={send}>\n        Replace a book\n')
    expect(sample).toContain('{isSuccess && <p>Done.</p>}')
  })

  it('sends an input that is too long for a line on lines of its own', () => {
    expect(sampleOf(library, 'borrowCopy')).toContain(
      "const send = () => mutate({\n    isbn: 'text',\n    copy: 1,\n",
    )
  })

  it.each([
    ['Wind the clock (needs a key)', 'Wind the clock'],
    ['Wind <a> {clock}', "{'Wind <a> {clock}'}"],
    ['(needs a key)', 'wind'],
  ])('writes the summary %j on the button', (summary, text) => {
    expect(sampleOf(documentWith('wind', summary), 'wind')).toContain(`        ${text}\n      </button>`)
  })

  it('keeps its own names apart from those of the operation', () => {
    expect(sampleOf(documentWith('use', 'Use'), 'use')).toContain(
      '{ useClient, useMutation as useMutation_ }',
    )
    expect(sampleOf(documentWith('jSON', 'Read'), 'jSON')).toContain('export function JSON_()')
  })
})
