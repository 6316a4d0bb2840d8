import { expect, test } from 'vitest'
import { documentWith, lintWith } from '../testing/lint.ts'

const lintLink = (link: string) =>
  lintWith(
    'link-target',
    documentWith(
      [
        'get:',
        '  operationId: listTokens',
        '  responses:',
        `    "200": { description: some, links: { next: ${link} } }`,
        'delete:',
        '  operationId: deleteToken',
        '  parameters: [{ name: token_prefix, in: path, required: true, schema: { type: string } }]',
        '  responses: {}',
      ].join('\n'),
    ),
  )

test.each([
  '{ operationId: deleteToken, parameters: { token_prefix: $response.body#/0/token_prefix } }',
  '{ operationId: deleteToken }',
  '{ operationId: deleteToken, parameters: { path.token_prefix: $response.body } }',
  '{ operationId: listTokens }',
  '{ operationRef: "#/paths/~1users~1email/get" }',
])('%s is fine', async (link) => {
  expect(await lintLink(link)).toEqual([])
})

test('a link to no operation is refused', async () => {
  const [problem] = await lintLink('{ operationId: deleteTokens }')
  expect(problem?.message).toContain('The link leads to deleteTokens, which is no operation')
  expect(problem?.message).toContain('Did you mean `deleteToken`?')
  expect(problem?.at).toBe('paths/operation.yaml#/get/responses/200/links/next/operationId')
})

test('a link with a parameter that the operation does not take is refused', async () => {
  const [problem] = await lintLink('{ operationId: deleteToken, parameters: { prefix: $response.body } }')
  expect(problem?.message).toContain(
    'Expected: of token_prefix. Right: `parameters: { token_prefix: … }`. Found: prefix',
  )
})

test('a link with a parameter to an operation that takes none is refused', async () => {
  const [problem] = await lintLink('{ operationId: listTokens, parameters: { prefix: $response.body } }')
  expect(problem?.message).toContain('Expected: no parameters')
})

test('a name in the path is taken, whether it is declared or not', async () => {
  const document = documentWith(
    [
      'get:',
      '  operationId: getToken',
      '  responses:',
      '    "200": { description: some, links: { again: { operationId: getToken, parameters: { id: $request.path.id } } } }',
    ].join('\n'),
    '/tokens/{id}',
  )
  expect(await lintWith('link-target', document)).toEqual([])
})
