import { expect, onTestFinished, test } from 'vitest'
import { createSandbox } from './create-sandbox.ts'
import { ada, admin, send, worldWithTokens } from './use-sandbox.ts'

const account = { email: 'old@example.com', password: 'x' }
const [first, last] = ['0001-01-01T00:00:00.000Z', '9999-12-31T23:59:59.999Z']

test.each([
  ['0001-01-01T00:00:00Z', first],
  ['0099-06-01T00:00:00Z', '0099-06-01T00:00:00.000Z'],
  // In Amsterdam the clocks were 19 minutes and 32 seconds before those of Greenwich.
  ['1900-01-01T00:00:00Z', '1900-01-01T00:00:00.000Z'],
  ['9999-12-31T23:59:59.999Z', last],
])('a seed with the time %s is read back so', async (text, expected) => {
  const { members, tokens } = worldWithTokens
  const times = { createdAt: text, lastUsedAt: text }
  const sandbox = await createSandbox({
    seed: {
      ...worldWithTokens,
      accounts: [...worldWithTokens.accounts, { ...account, createdAt: text }],
      members: [...members, { workspace: 'demo', email: account.email, username: 'old', createdAt: text }],
      tokens: [...tokens, { token: 'OldTokenOldTokenOldTokenOldToken1', email: account.email, ...times }],
    },
    checkResponses: true,
  })
  onTestFinished(() => sandbox.close())
  const list = await send(sandbox.fetch, 'GET /w/demo/users/list', { as: admin })
  expect(list.body).toContainEqual(expect.objectContaining({ username: 'old', created_at: expected }))
  const whois = await send(sandbox.fetch, 'GET /w/demo/users/whois/old', { as: admin })
  expect(whois.body).toMatchObject({ created_at: expected })
  const tokensOfOld = await send(sandbox.fetch, 'GET /users/tokens/list', {
    as: 'OldTokenOldTokenOldTokenOldToken1',
  })
  expect(tokensOfOld.body).toMatchObject([{ created_at: expected }])
})

test.each([
  [last, 201],
  ['9999-12-31T23:59:59.999999+00:00', 201],
  ['9999-12-31T23:59:60Z', 422],
  ['9999-12-31T23:59:59-00:01', 422],
])('a token that expires at the end of the calendar: %s gets %i', async (expiration, status) => {
  const sandbox = await createSandbox({ seed: worldWithTokens, checkResponses: true })
  onTestFinished(() => sandbox.close())
  const body = { label: 'edge', expiration }
  expect(await send(sandbox.fetch, 'POST /users/tokens/create', { as: ada, body })).toMatchObject({ status })
  const tokens = await send(sandbox.fetch, 'GET /users/tokens/list', { as: ada })
  const made = [tokens.body].flat().filter((token) => JSON.stringify(token).includes('"edge"'))
  expect(made).toMatchObject(status === 201 ? [{ expiration: last }] : [])
})

test('a session that begins at the end of the calendar ends with it', async () => {
  const clock = () => new Date('9999-12-31T00:00:00Z')
  const sandbox = await createSandbox({ seed: worldWithTokens, checkResponses: true, clock })
  onTestFinished(() => sandbox.close())
  const login = { email: 'ada@example.com', password: 'analytical-engine' }
  const { status, body: token } = await send(sandbox.fetch, 'POST /auth/login', { body: login })
  expect(status).toBe(200)
  const tokens = await send(sandbox.fetch, 'GET /users/tokens/list', { as: String(token) })
  expect(tokens.body).toContainEqual(expect.objectContaining({ label: 'session', expiration: last }))
})

test.each(['0000-06-01T00:00:00Z', '9999-12-31T23:59:60Z'])(
  'a seed with the time %s is refused',
  async (text) => {
    const wrong = {
      ...worldWithTokens,
      accounts: [...worldWithTokens.accounts, { ...account, createdAt: text }],
    }
    const asDate = { ...account, createdAt: new Date(-70_000_000_000_000) }
    await expect(createSandbox({ seed: wrong })).rejects.toThrow('in the years 0001 to 9999 of UTC')
    const wrongDate = { ...worldWithTokens, accounts: [...worldWithTokens.accounts, asDate] }
    await expect(createSandbox({ seed: wrongDate })).rejects.toThrow('in the years 0001 to 9999 of UTC')
  },
)
