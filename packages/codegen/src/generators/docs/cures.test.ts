import { describe, expect, it } from 'vitest'
import { readDocument } from '../../model/index.ts'
import { siteContext } from './context.ts'
import { operationPage } from './operation-page.ts'
import { wholeReference } from './whole-reference.ts'

/** A model of one operation that fails in one way. */
function modelOf(status: string, response: object, operation: object = {}) {
  return readDocument({
    openapi: '3.1.0',
    info: { title: 'Pets', version: '1.0.0' },
    paths: {
      '/pets': {
        post: {
          operationId: 'addPet',
          responses: { [status]: { description: 'It fails', ...response } },
          ...operation,
        },
      },
    },
    components: { securitySchemes: { token: { type: 'http', scheme: 'bearer' } } },
  })
}

function pageOf(...given: Parameters<typeof modelOf>): string {
  const model = modelOf(...given)
  const [operation] = model.operations
  if (!operation) throw new Error('the model has no operation')
  return operationPage(siteContext(model), operation)
}

const text = (examples: object) => ({ content: { 'text/plain': { schema: { type: 'string' }, examples } } })

describe('what to do about a failure', () => {
  it('is what the response says', () => {
    expect(pageOf('409', { 'x-cure': 'Choose another name, then retry' })).toContain(
      '### 409 Conflict\n\nIt fails.\n\n**What to do:** Choose another name, then retry.',
    )
  })

  it('stands at each text where the texts differ in it', () => {
    const page = pageOf(
      '400',
      text({
        Taken: {
          summary: 'The name is taken',
          value: 'Bad request: Rex is taken',
          'x-cure': 'Choose another name.',
        },
        Full: { summary: 'There is no place left', value: 'Bad request: full', 'x-cure': 'Remove a pet.' },
      }),
    )
    expect(page).toContain(
      '- `Bad request: Rex is taken`: The name is taken. **What to do:** Choose another name.\n' +
        '- `Bad request: full`: There is no place left. **What to do:** Remove a pet.',
    )
    expect(page.match(/What to do/g)).toHaveLength(2)
  })

  it.each([
    ['401', {}, { security: [{ token: [] }] }, 'Send valid credentials: token.'],
    ['413', {}, {}, 'Send a smaller body.'],
    [
      '415',
      {},
      { requestBody: { content: { 'application/json': { schema: {} } } } },
      'Send the body as `application/json`, and name that in the `Content-Type` header.',
    ],
    ['422', {}, {}, 'Correct the value that the message names.'],
    [
      '429',
      { headers: { 'Retry-After': { schema: { type: 'integer' } } } },
      {},
      'Wait for the time in the `Retry-After` header',
    ],
    ['503', {}, { 'x-idempotent': true }, 'Retry later.'],
  ])('follows from the status %s', (status, response, operation, cure) => {
    expect(pageOf(status, response, operation)).toContain(`**What to do:** ${cure}`)
  })

  it('is not made up where neither the document nor the status tells', () => {
    expect(pageOf('409', {})).not.toContain('What to do')
  })

  it('is part of the whole reference', () => {
    expect(wholeReference(modelOf('409', { 'x-cure': 'Choose another name' }))).toContain(
      '**409 Conflict**\n\n**What to do:** Choose another name.',
    )
  })
})
