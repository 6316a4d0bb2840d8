import type { GlobalUserInfo, User } from '@windmill-user-api/types'
import type { HttpHandler } from 'msw'
import { HttpResponse } from 'msw'
import { expectTypeOf, test } from 'vitest'
import { examples, fixtures } from './fixtures.ts'
import { createHandlers } from './index.ts'

const handlers = createHandlers({ baseUrl: 'http://localhost:8000/api' })

test('a handler is one of MSW', () => {
  expectTypeOf(handlers.whois(404)).toEqualTypeOf<HttpHandler>()
  expectTypeOf(handlers()).toEqualTypeOf<HttpHandler[]>()
})

test('a status is one that the document has for the operation', () => {
  handlers.login(429)
  // @ts-expect-error whois has no 429
  handlers.whois(429)
  // @ts-expect-error createUser succeeds with 201
  handlers.createUser(200)
  // @ts-expect-error the document has no such operation
  handlers.whoAmI
})

test('a body has the type of its status', () => {
  handlers.whois(200, { body: { is_admin: true } })
  handlers.listUsernames(200, { body: ['ada'] })
  handlers.whois(404, { body: 'Not found' })
  // @ts-expect-error `is_admin` is no string
  handlers.whois(200, { body: { is_admin: 'yes' } })
  // @ts-expect-error a member has no such member
  handlers.whois(200, { body: { is_king: true } })
  // @ts-expect-error a failure is text
  handlers.whois(404, { body: { error: 'Not found' } })
  // @ts-expect-error names are strings
  handlers.listUsernames(200, { body: [1] })
})

test('an example is one of its status', () => {
  handlers.whois(404, { example: 'NotFoundWorkspace' })
  // @ts-expect-error an example of 200
  handlers.whois(404, { example: 'UserOrdinary' })
})

test('path values are those of the operation', () => {
  handlers.whois(404, { params: { username: 'nobody' } })
  // @ts-expect-error whois has no token prefix
  handlers.whois(404, { params: { token_prefix: 'Qm3vK9xTzL' } })
})

test('a resolver has the path values, the body and the answers of its operation', () => {
  handlers.whois.resolve(({ params, answer }) => {
    expectTypeOf(params).toEqualTypeOf<{ readonly workspace: string; readonly username: string }>()
    // @ts-expect-error whois has no 429
    answer(429)
    return answer(200, { body: { username: params.username } })
  })
  handlers.createUser.resolve(async ({ request, answer }) => {
    expectTypeOf((await request.json()).is_admin).toEqualTypeOf<boolean>()
    return answer(201)
  })
  handlers.globalWhoami.resolve(() => HttpResponse.error())
  handlers.globalWhoami.resolve(() => new Response('<html>', { status: 502 }))
})

test('a fixture has the type of its body', () => {
  expectTypeOf(fixtures.whois[200]).toEqualTypeOf<User>()
  expectTypeOf(fixtures.listUsersAsSuperAdmin[200]).toEqualTypeOf<GlobalUserInfo[]>()
  expectTypeOf(fixtures.whois[404]).toEqualTypeOf<string>()
  expectTypeOf(examples.globalWhoami[200].GlobalUserInfoSuperAdmin).toEqualTypeOf<GlobalUserInfo>()
  // @ts-expect-error whois has no 429
  fixtures.whois[429]
  // @ts-expect-error the document has no such example
  examples.whois[404].NotFoundPlanet
})
