import { expect, test } from 'vitest'
import { ada, grace, useSandbox } from '../../test/use-sandbox.ts'

const { call } = useSandbox()

const deleteToken = (as: string, prefix: string) => call(`DELETE /users/tokens/delete/${prefix}`, { as })

test('revokes the token at once', async () => {
  const { body: token } = await call('POST /users/tokens/create', { as: ada, body: {} })
  const prefix = String(token).slice(0, 10)
  expect(await deleteToken(ada, prefix)).toMatchObject({
    status: 200,
    body: `deleted 1 token with the prefix ${prefix}`,
  })
  expect(await call('GET /users/email', { as: String(token) })).toMatchObject({ status: 401 })
})

test.each(['Qm3vK9xTz', 'Qm3vK9xTzLr', 'qm3vk9xtzl', 'nothing', '%00', 'a%2Fb', '%F0%9F%94%91', '%25'])(
  'deletes nothing for the prefix %s, and says so',
  async (prefix) => {
    const { status, body } = await deleteToken(ada, prefix)
    expect(status).toBe(200)
    expect(body).toMatch(/^deleted 0 tokens with the prefix ./)
    expect(await call('GET /users/email', { as: ada })).toMatchObject({ status: 200 })
  },
)

test('may be repeated', async () => {
  await deleteToken(grace, 'Nonexisten')
  expect(await deleteToken(grace, 'Nonexisten')).toMatchObject({ status: 200 })
})

test('leaves the tokens of others alone', async () => {
  expect(await deleteToken(grace, 'Qm3vK9xTzL')).toMatchObject({
    body: 'deleted 0 tokens with the prefix Qm3vK9xTzL',
  })
  expect(await call('GET /users/email', { as: ada })).toMatchObject({ status: 200 })
})
