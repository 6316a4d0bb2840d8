import { expectRefused, expectSame } from '../expect/compare.ts'
import { expectStatus } from '../expect/expect-status.ts'
import { each } from '../expect/observation.ts'
import type { Fixtures } from '../fixtures/fixtures.ts'
import type { ScenarioOf } from './scenario-of.ts'

const path = '/users/email'

/** The simplest call of all shows how every call is heard. */
export const getCurrentEmail: ScenarioOf = [
  {
    rule: 'credentials-order',
    title: 'ignores another scheme, and finds the token among other cookies',
    async run(fixtures) {
      const { token } = await fixtures.identity('user')
      const cookie = `first=1; token=${token}; last=2`
      const headers = { authorization: 'Basic YWRhOmFkYQ==', cookie }
      expectStatus(await fixtures.api.request('getCurrentEmail', { path, headers }), '200')
    },
  },
  {
    rule: 'write-stored',
    title: 'returns an e-mail with its tag',
    async run(fixtures) {
      const { email, token } = await fixtures.makeAccount('tag+news')
      const exchange = await fixtures.api.succeed('getCurrentEmail', {}, token)
      expectSame(exchange, 'the e-mail', email, exchange.response.text)
    },
  },
  {
    rule: 'method-edges',
    title: 'returns 401 for HEAD without credentials',
    async run(fixtures) {
      expectStatus(await fixtures.api.request('getCurrentEmail', { path, method: 'HEAD' }), '401')
    },
  },
  {
    rule: 'path-odd',
    title: 'returns 404 for the path in another case and for an unknown path, without credentials',
    run: (fixtures) => expectUnknown(fixtures, [path.toUpperCase(), '/users/no-such-path']),
  },
]

async function expectUnknown(fixtures: Fixtures, paths: readonly string[]): Promise<void> {
  await each(paths, async (unknownPath) =>
    expectRefused(await fixtures.api.request('getCurrentEmail', { path: unknownPath }), '404'),
  )
}
