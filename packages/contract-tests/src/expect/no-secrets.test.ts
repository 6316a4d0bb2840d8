import { expect, test } from 'vitest'
import { differencesIn, exchangeWith } from '../../test/exchange.ts'
import { createSecrets } from '../http/secrets.ts'
import { expectNoEcho, expectNoSecrets } from './no-secrets.ts'

const token = 'Qm3vK9xTzLr8WfYb2HnCd5PsGj7AeUkX'

async function responseWith(body: string, status = 200) {
  const secrets = createSecrets()
  secrets.add(token)
  return { ...(await exchangeWith({ status, body })), mask: (text: string) => secrets.mask(text) }
}

test('accepts a prefix, and properties that the schema does not name', async () => {
  const exchange = await responseWith(`[{"token_prefix":"${token.slice(0, 10)}","note":"password changed"}]`)
  expect(differencesIn(exchange, expectNoSecrets)).toEqual([])
})

test('accepts a label that looks like a token, for its owner chose it', async () => {
  const exchange = await responseWith(`[{"label":"${'x'.repeat(50)}","token_prefix":"Qm3vK9xTzL"}]`)
  expect(differencesIn(exchange, expectNoSecrets)).toEqual([])
})

test.each([
  [
    'a full token in a property that nobody declared',
    `{"note":"${'Zm4'.repeat(12)}"}`,
    'a token in the member note',
  ],
  ['a token of the run', `token: ${token}`, 'a password or token of the run'],
  ['a password under its name', '{"password":"analytical-engine"}', 'the member password'],
  ['a hash under its name', '{"password_hash":"abc"}', 'the member password_hash'],
  [
    'a hash under another name',
    '{"note":"$argon2id$v=19$m=4096,t=3,p=1$c2FsdA$aGFzaA"}',
    'the hash of a password',
  ],
])('records %s', async (_what, body, actual) => {
  const exchange = await responseWith(body)
  expect(differencesIn(exchange, expectNoSecrets)).toEqual([`body: expected no secret, got ${actual}`])
  expect(exchange.observations).toMatchObject([{ rule: 'no-secrets' }])
})

test('an error repeats no secret that was sent', async () => {
  const refused = await responseWith(`Bad request: unknown token ${token}`, 400)
  expect(differencesIn(refused, () => expectNoEcho(refused, refused.mask))).toEqual([
    'body of an error: expected no secret, got a password or token of the run',
  ])
  const silent = await responseWith('Bad request: unknown token', 400)
  expect(differencesIn(silent, () => expectNoEcho(silent, silent.mask))).toEqual([])
  const created = await responseWith(token, 201)
  expect(differencesIn(created, () => expectNoEcho(created, created.mask))).toEqual([])
})
