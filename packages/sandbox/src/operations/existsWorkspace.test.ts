import { expect, test } from 'vitest'
import { katherine, useSandbox } from '../../test/use-sandbox.ts'

const { call } = useSandbox()

test.each([
  ['demo', true],
  ['Demo', false],
  ['nowhere', false],
])('tells anybody whether %s exists: %s', async (id, exists) => {
  expect(await call('POST /workspaces/exists', { as: katherine, body: { id } })).toMatchObject({
    status: 200,
    body: exists,
  })
})
