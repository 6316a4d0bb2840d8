import { expect, test } from 'vitest'
import { documentWith, lintWith } from '../testing/lint.ts'

const lintId = (id: string) =>
  lintWith('operation-id', documentWith(`get:\n  operationId: ${id}\n  responses: {}`))

test('a name in camelCase is fine', async () => {
  expect(await lintId('createToken2')).toEqual([])
})

test.each([
  ['create_token', 'createToken'],
  ['CreateToken', 'createToken'],
  ['tokens/create', 'tokensCreate'],
  ['größe-ändern', 'grosseAndern'],
])('%s is refused with %s', async (id, right) => {
  const [problem, ...others] = await lintId(id)
  expect(others).toEqual([])
  expect(problem?.message).toContain(`Right: \`operationId: ${right}\`. Found: ${id}`)
  expect(problem?.at).toBe('paths/operation.yaml#/get/operationId')
})
