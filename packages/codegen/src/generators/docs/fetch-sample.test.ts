import { expect, it } from 'vitest'
import { readForeignDocument } from '../../../test/foreign-documents.ts'
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
