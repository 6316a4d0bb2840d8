import { expectRefused, expectSame } from '../expect/compare.ts'
import { expectStatus, fail } from '../expect/expect-response.ts'
import type { Fixtures } from '../fixtures/fixtures.ts'
import type { ScenarioOf } from './scenario-of.ts'

const path = '/users/email'
const unknown = 'Zz0Zz1Zz2Zz3Zz4Zz5Zz6Zz7Zz8Zz9Zz'

/** The simplest call of all shows how every call is heard. */
export const getCurrentEmail: ScenarioOf = [
  {
    rule: 'credentials-order',
    title: 'returns 401 to a bad bearer token beside a good cookie, and 200 the other way round',
    async run(fixtures) {
      const { token } = await fixtures.identity('user')
      for (const bad of [unknown, 'no-token!', '']) {
        const headers = { authorization: `Bearer ${bad}`, cookie: `token=${token}` }
        expectRefused(await fixtures.api.request('getCurrentEmail', { path, headers }), '401')
      }
      const headers = { authorization: `Bearer ${token}`, cookie: `token=${unknown}` }
      expectStatus(await fixtures.api.request('getCurrentEmail', { path, headers }), '200')
    },
  },
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
    rule: 'credentials-order',
    title: 'takes no token from the query, from another header or from a cookie of another name',
    async run(fixtures) {
      const { token } = await fixtures.identity('user')
      for (const request of [
        { path: `${path}?token=${token}` },
        { path: `${path}?access_token=${token}` },
        { path, headers: { 'x-api-key': token } },
        { path, headers: { authorization: token } },
        { path, headers: { cookie: `session=${token}` } },
      ]) {
        expectRefused(await fixtures.api.request('getCurrentEmail', request), '401')
      }
    },
  },
  {
    rule: 'credentials-unknown',
    title: 'returns 401 to the prefix of a token, to a longer one and to one in another case',
    async run(fixtures) {
      const { token } = await fixtures.identity('user')
      const swapped = token === token.toUpperCase() ? token.toLowerCase() : token.toUpperCase()
      for (const other of [token.slice(0, 10), token.slice(0, -1), `${token}0`, swapped]) {
        expectRefused(await fixtures.api.call('getCurrentEmail', {}, other), '401')
      }
    },
  },
  {
    rule: 'method-edges',
    title: 'returns HEAD like GET without a body, and OPTIONS with 204 and Allow to anybody',
    async run(fixtures) {
      const headers = { authorization: `Bearer ${(await fixtures.identity('user')).token}` }
      const head = await fixtures.api.request('getCurrentEmail', { path, headers, method: 'HEAD' })
      expectStatus(head, '200')
      expectSame(head, 'the body', '', head.response.text)
      expectStatus(await fixtures.api.request('getCurrentEmail', { path, method: 'HEAD' }), '401')
      const options = await fixtures.api.request('getCurrentEmail', { path, method: 'OPTIONS' })
      expectStatus(options, '204')
      const allow = options.response.headers.get('allow') ?? ''
      if (!/\bGET\b/.test(allow)) fail(options, 'an Allow header with GET', `Allow: ${allow}`)
    },
  },
  {
    rule: 'path-odd',
    title: 'returns 404 to a trailing slash, another case and an unknown path, without credentials',
    run: (fixtures) => expectUnknown(fixtures, [`${path}/`, path.toUpperCase(), '/users/no-such-path']),
  },
]

async function expectUnknown(fixtures: Fixtures, paths: readonly string[]): Promise<void> {
  for (const unknownPath of paths)
    expectRefused(await fixtures.api.request('getCurrentEmail', { path: unknownPath }), '404')
}
