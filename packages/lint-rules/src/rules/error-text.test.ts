import { expect, test } from 'vitest'
import { documentWith, lintWith } from '../testing/lint.ts'

const lintText = (status: string, value: string) =>
  lintWith(
    'error-text',
    documentWith(
      [
        'get:',
        '  responses:',
        `    "${status}":`,
        '      description: some',
        '      content:',
        '        text/plain:',
        `          examples: { Some: { value: ${JSON.stringify(value)} } }`,
      ].join('\n'),
    ),
  )

test.each([
  ['200', 'anything'],
  ['400', 'Bad request: the username is taken'],
  ['401', 'Unauthorized'],
  ['403', 'Forbidden: this needs a super admin'],
  ['404', 'Not found: no such invite'],
  ['413', 'Payload too large: at most 1 MiB'],
  ['415', 'Unsupported media type: text/plain'],
  ['422', 'Unprocessable: email is missing'],
  ['429', 'Too many requests: wait'],
])('%s with the text "%s" is fine', async (status, value) => {
  expect(await lintText(status, value)).toEqual([])
})

test.each([
  ['400', 'the username is taken', 'Right: `Bad request: what is wrong`'],
  ['400', 'Bad Request: the username is taken', 'Right: `Bad request: what is wrong`'],
  ['400', 'Bad request: ', 'one line'],
  ['403', 'Forbidden: this needs\na super admin', 'one line'],
  ['401', 'Unauthorized: the token has expired', 'exactly this word'],
])('%s with the text %j is refused', async (status, value, expected) => {
  const [problem, ...others] = await lintText(status, value)
  expect(others).toEqual([])
  expect(problem?.message).toContain(expected)
  expect(problem?.message).toContain(`Found: \`${JSON.stringify(value)}\``)
  expect(problem?.at).toBe(`paths/operation.yaml#/get/responses/${status}/content/text~1plain/examples/Some`)
})
