import { expect, test } from 'vitest'
import { ada, grace, start, useSandbox } from '../../test/use-sandbox.ts'

const { call, passMinutes } = useSandbox()

const listTokens = (as = ada) => call('GET /users/tokens/list', { as })

test('lists the tokens of the caller alone, with when they were last used', async () => {
  expect(await listTokens()).toMatchObject({
    status: 200,
    body: [
      {
        label: 'ci',
        expiration: null,
        token_prefix: 'Qm3vK9xTzL',
        created_at: '2026-11-05T14:20:00.000Z',
        last_used_at: start.toISOString(),
      },
    ],
  })
})

test('has the newest first', async () => {
  passMinutes(1)
  await call('POST /users/tokens/create', { as: ada, body: { label: 'later' } })
  expect((await listTokens()).body).toMatchObject([{ label: 'later' }, { label: 'ci' }])
})

test('orders those of one moment by prefix', async () => {
  await Promise.all(
    ['a', 'b', 'c', 'd'].map((label) => call('POST /users/tokens/create', { as: grace, body: { label } })),
  )
  const { body } = await listTokens(grace)
  const prefixes = (body as { token_prefix: string }[]).map(({ token_prefix }) => token_prefix) // as checked by the document
  expect(prefixes).toEqual([...prefixes].sort())
})

test('has sessions among them', async () => {
  await call('POST /auth/login', { body: { email: 'ada@example.com', password: 'analytical-engine' } })
  expect((await listTokens()).body).toContainEqual(
    expect.objectContaining({ label: 'session', expiration: '2026-11-13T12:00:00.000Z' }),
  )
})

test('leaves out what has expired', async () => {
  await call('POST /users/tokens/create', { as: ada, body: { expiration: '2026-11-10T12:01:00Z' } })
  expect((await listTokens()).body).toHaveLength(2)
  passMinutes(1)
  expect((await listTokens()).body).toHaveLength(1)
})

test('never shows a whole token or a hash', async () => {
  expect(JSON.stringify((await listTokens()).body)).not.toMatch(/[A-Za-z0-9]{30}/)
})
