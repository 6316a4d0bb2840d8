import { expect, test } from 'vitest'
import { exchangeWith } from '../../test/exchange.ts'
import { createSecrets } from '../http/secrets.ts'
import { expectNoSecrets } from './no-secrets.ts'
import { createPace } from './pace.ts'

const token = 'Qm3vK9xTzLr8WfYb2HnCd5PsGj7AeUkX'

async function answerWith(body: string) {
  const secrets = createSecrets()
  secrets.add(token)
  return {
    ...(await exchangeWith({ status: 200, body })),
    holds: [],
    pace: createPace(),
    mask: (text: string) => secrets.mask(text),
  }
}

test('accepts a prefix, and members that the schema does not name', async () => {
  const performance = await answerWith(`[{"token_prefix":"${token.slice(0, 10)}","note":"password changed"}]`)
  expect(() => expectNoSecrets(performance)).not.toThrow()
})

test('accepts a label that looks like a token, for its owner chose it', async () => {
  const performance = await answerWith(`[{"label":"${'x'.repeat(50)}","token_prefix":"Qm3vK9xTzL"}]`)
  expect(() => expectNoSecrets(performance)).not.toThrow()
})

test.each([
  ['a full token in a member that nobody declared', `{"note":"${'Zm4'.repeat(12)}"}`],
  ['a token of the run', `{"note":"${token}"}`],
  ['a password under its name', '{"password":"analytical-engine"}'],
  ['a hash under its name', '{"password_hash":"abc"}'],
  ['a hash under another name', '{"note":"$argon2id$v=19$m=4096,t=3,p=1$c2FsdA$aGFzaA"}'],
])('refuses %s', async (_what, body) => {
  const performance = await answerWith(body)
  expect(() => expectNoSecrets(performance)).toThrow(expect.objectContaining({ rule: 'no-secrets' }))
})
