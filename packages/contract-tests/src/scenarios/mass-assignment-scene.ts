import type { Identity } from '../checks/setup.ts'
import type { JsonObject, Schema } from '../document/operation.ts'
import { expectItem, expectSame, type Listing, type View } from '../expect/compare.ts'
import { expectUnchanged } from '../expect/unchanged.ts'
import type { Fixtures } from '../fixtures/fixtures.ts'
import { hoursBetween } from '../fixtures/server-time.ts'
import { views } from '../fixtures/views.ts'
import type { OperationId } from '../generated/operations.ts'
import { schemas } from '../generated/schemas.ts'

/** The body with all properties that its schema does not have. They name another account and another workspace. */
export type Extend = <Body extends object>(body: Body, own: Schema) => Body & JsonObject

/** What a scene plays with. */
export interface Scene {
  readonly fixtures: Fixtures
  readonly extend: Extend
  /** The account that the further properties name. */
  readonly other: Identity
  /** The workspace that the further properties name. */
  readonly elsewhere: string
}

/** Per operation: calls with further properties, and sees that they have changed nothing. */
export type Scenes = { readonly [Id in OperationId]?: (scene: Scene) => Promise<void> }

/** A member without any rights. */
export const ordinary = { is_admin: false, is_super_admin: false, operator: false, disabled: false }

/** The account sees itself as it did before. */
export async function expectSameAccount(fixtures: Fixtures, account: Identity, before: View): Promise<void> {
  const after = await views.account(fixtures, account)
  const readings = { schema: schemas.GlobalUserInfo, before: before.object, after: after.object }
  expectUnchanged(after, 'the account', readings)
}

/** The session of a login is one like any other. */
export async function expectUsualSession(fixtures: Fixtures, { token, ...account }: Identity): Promise<void> {
  const listing: Listing = await views.tokens(fixtures, { token, ...account })
  const session = expectItem(listing, { token_prefix: token.slice(0, 10), label: 'session' })
  expectSame(listing, 'the hours that a session lives', 72, hoursBetween(session))
}

/** Who called has no more rights than before. */
export async function expectNoSuperAdmin(fixtures: Fixtures, caller: Identity): Promise<void> {
  const account = await views.account(fixtures, caller)
  expectSame(account, 'super_admin', false, account.object['super_admin'])
}
