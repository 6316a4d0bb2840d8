import { assertType, expectTypeOf, test } from 'vitest'
import type {
  components,
  GlobalUserInfo,
  NewToken,
  OperationId,
  operations,
  paths,
  TruncatedToken,
  User,
} from './index.d.ts'

test('a schema can be imported by its name', () => {
  expectTypeOf<User>().toEqualTypeOf<components['schemas']['User']>()
})

test('OperationId has the published operations and no neighbour', () => {
  assertType<OperationId>('globalWhoami')
  // @ts-expect-error createWorkspace is x-internal
  assertType<OperationId>('createWorkspace')
})

test('a path leads to its operation', () => {
  expectTypeOf<paths['/users/whoami']['get']>().toEqualTypeOf<operations['globalWhoami']>()
})

test('an answer has the media type that is on the wire', () => {
  type Responses = operations['createToken']['responses']
  expectTypeOf<Responses[201]['content']>().toEqualTypeOf<{ 'text/plain': string }>()
})

test('null is where the contract has it, and only there', () => {
  expectTypeOf<GlobalUserInfo['name']>().toEqualTypeOf<string | null>()
  expectTypeOf<TruncatedToken['token_prefix']>().toEqualTypeOf<string>()
})

test('what may be left out may be left out', () => {
  assertType<NewToken>({})
  // @ts-expect-error a login needs a password
  assertType<components['schemas']['Login']>({ email: 'ada@example.com' })
})
