import type { GlobalUserInfo, User } from '@windmill-user-api/types'
import { expectTypeOf, test } from 'vitest'
import type { AnyError } from '../generated/any-error.ts'
import { byPath, type TimeoutError, type UserApi } from '../index.ts'
import { isErrorOf, isErrorOfKind, isUserApiError } from '../runtime/guards.ts'
import type { ErrorOf } from './error-of.ts'
import type { OperationId, ResultOf } from './responses.ts'
import type { StatusCode } from './status-code.ts'

declare const api: UserApi
declare const caught: unknown

test('a result has the type that the document gives it', () => {
  expectTypeOf(api.whois({ workspace: 'demo', username: 'ada' })).resolves.toEqualTypeOf<User>()
  expectTypeOf(api.listUsersAsSuperAdmin()).resolves.toEqualTypeOf<GlobalUserInfo[]>()
  expectTypeOf<ResultOf<'getCurrentEmail'>>().toEqualTypeOf<string>()
})

test('an input is held to the document', () => {
  expectTypeOf(api.createToken).parameter(0).toHaveProperty('body')
  // @ts-expect-error an input is needed
  api.whois()
  // @ts-expect-error `username` is missing
  api.whois({ workspace: 'demo' })
  // @ts-expect-error globalWhoami takes nothing
  api.globalWhoami({ workspace: 'demo' })
  // @ts-expect-error `is_admin` is no string
  api.createUser({ workspace: 'demo', body: { email: 'a@example.com', username: 'a', is_admin: 'yes' } })
})

test('a safe result is the value or the errors of its operation', async () => {
  const result = await api.whois.safe({ workspace: 'demo', username: 'ada' })
  if (result.ok) expectTypeOf(result.value).toEqualTypeOf<User>()
  if (result.ok) expectTypeOf(result.response).toEqualTypeOf<Response>()
  if (!result.ok) expectTypeOf(result.error).toEqualTypeOf<ErrorOf<'whois'>>()
  // @ts-expect-error an input is needed
  api.whois.safe()
})

test('a header that the document names has its type', () => {
  if (!isErrorOf('login', caught) || caught.status !== 429) return
  expectTypeOf(caught.response.headers.get('Retry-After')).toEqualTypeOf<`${number}` | null>()
  expectTypeOf(caught.response.headers.get('Date')).toEqualTypeOf<string | null>()
})

test('pages and items are there where the document has pages, and have its types', () => {
  expectTypeOf(api.listUsersAsSuperAdmin.items()).toEqualTypeOf<
    AsyncGenerator<GlobalUserInfo, void, undefined>
  >()
  expectTypeOf(api.listUsersAsSuperAdmin.pages()).toEqualTypeOf<
    AsyncGenerator<GlobalUserInfo[], void, undefined>
  >()
  expectTypeOf(api.listTokens).not.toHaveProperty('items')
})

test('a call by path is held to the document', async () => {
  const { GET, POST, ...others } = byPath(api)
  const result = await GET('/users/whoami')
  expectTypeOf<(typeof result)['data']>().toEqualTypeOf<GlobalUserInfo | undefined>()
  if (result.error !== undefined) expectTypeOf(result.error).toBeString()
  expectTypeOf<undefined>().toExtend<(typeof result)['error']>()
  // @ts-expect-error the path values are missing
  GET('/w/{workspace}/users/list')
  // @ts-expect-error the document has no such path
  GET('/nowhere')
  // @ts-expect-error the document has no PUT
  expectTypeOf(others.PUT).toBeNever()
  // @ts-expect-error `is_admin` is no string
  POST('/w/{workspace}/users/add', { params: { path: { workspace: 'demo' } }, body: { is_admin: 'yes' } })
})

test('the status narrows the body', () => {
  if (!isErrorOf('whois', caught)) return
  expectTypeOf(caught).toEqualTypeOf<ErrorOf<'whois'>>()
  if (caught.status === 404) {
    expectTypeOf<typeof caught.kind>().toEqualTypeOf<'status'>()
    expectTypeOf(caught.body).toEqualTypeOf<string | undefined>()
  }
  if (caught.status === 502) {
    expectTypeOf<typeof caught.kind>().toEqualTypeOf<'undeclared-status'>()
    expectTypeOf(caught.text).toEqualTypeOf<string>()
  }
  if (caught.status === 200) expectTypeOf<typeof caught.kind>().toEqualTypeOf<'decode'>()
  if (caught.status === undefined) {
    expectTypeOf<typeof caught.kind>().toEqualTypeOf<
      'network' | 'timeout' | 'deadline' | 'aborted' | 'refused'
    >()
  }
})

test('a kind narrows what was caught, whatever the operation', () => {
  if (isErrorOfKind('timeout', caught))
    expectTypeOf(caught).toExtend<Extract<AnyError, { kind: 'timeout' }>>()
  if (isErrorOfKind('refused', caught)) expectTypeOf(caught.argument).toEqualTypeOf<string>()
  if (isErrorOfKind('undeclared-status', caught)) expectTypeOf(caught.text).toEqualTypeOf<string>()
  // @ts-expect-error there is no such kind
  isErrorOfKind('offline', caught)
})

test('a kind narrows an error that is known to the one of its operation', () => {
  if (!isErrorOf('whois', caught)) return
  if (isErrorOfKind('timeout', caught)) expectTypeOf(caught).toEqualTypeOf<TimeoutError<'whois'>>()
  if (!isErrorOfKind('status', caught)) return
  expectTypeOf(caught.operation).toEqualTypeOf<'whois'>()
  expectTypeOf(caught.status).toEqualTypeOf<400 | 401 | 403 | 404>()
})

test('the guards leave nothing when each kind was looked at', () => {
  function explain(error: ErrorOf<'whois'>): string {
    if (isErrorOfKind('status', error)) return `documented: ${error.status}`
    if (isErrorOfKind('undeclared-status', error)) return error.text
    if (isErrorOfKind('decode', error)) return error.text
    if (isErrorOfKind('network', error)) return String(error.cause)
    if (isErrorOfKind('timeout', error)) return error.message
    if (isErrorOfKind('deadline', error)) return error.message
    if (isErrorOfKind('aborted', error)) return String(error.cause)
    if (isErrorOfKind('refused', error)) return error.argument
    return error satisfies never
  }
  expectTypeOf(explain).returns.toBeString()
})

test('every status that HTTP has is in exactly one branch', () => {
  type Branch<Status> = Extract<ErrorOf<'whois'>, { readonly status: Status }>['kind']

  expectTypeOf<Branch<401>>().toEqualTypeOf<'status'>()
  expectTypeOf<ErrorOf<'whois'>['status']>().toEqualTypeOf<StatusCode | undefined>()
})

test('a switch over the kinds can be exhaustive', () => {
  function explain(error: ErrorOf<'whois'>): string {
    switch (error.kind) {
      case 'status':
        return `documented: ${error.status}`
      case 'undeclared-status':
      case 'decode':
        return error.text
      case 'network':
      case 'aborted':
        return String(error.cause)
      case 'timeout':
      case 'deadline':
        return error.message
      case 'refused':
        return error.argument
      default:
        return error satisfies never
    }
  }
  expectTypeOf(explain).returns.toBeString()
})

test('a switch over the documented statuses leaves the rest', () => {
  function rest(error: ErrorOf<'globalWhoami'>) {
    switch (error.status) {
      case 401:
        return 'documented'
      default:
        return error.kind
    }
  }
  expectTypeOf(rest).returns.toEqualTypeOf<
    'documented' | 'undeclared-status' | 'decode' | 'network' | 'timeout' | 'deadline' | 'aborted' | 'refused'
  >()
})

test('an error of any operation narrows by its operation', () => {
  if (!isUserApiError(caught)) return
  expectTypeOf(caught).toEqualTypeOf<AnyError>()
  expectTypeOf(caught.operation).toEqualTypeOf<OperationId | undefined>()
  if (caught.operation === 'login' && caught.status === 429) {
    expectTypeOf<typeof caught.kind>().toEqualTypeOf<'status'>()
  }
})
