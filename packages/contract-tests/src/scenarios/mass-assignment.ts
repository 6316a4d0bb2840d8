import type { Identity } from '../checks/setup.ts'
import type { JsonObject, Schema } from '../document/operation.ts'
import { expectItem, expectNoItem, expectSame, expectValues } from '../expect/compare.ts'
import { expectStatus } from '../expect/expect-status.ts'
import { expectUnchanged } from '../expect/unchanged.ts'
import { asAnswered, newAccount, tryLogin } from '../fixtures/account-body.ts'
import type { Fixtures } from '../fixtures/fixtures.ts'
import { sandboxClient } from '../fixtures/oauth.ts'
import { beginOauth, endOauth } from '../fixtures/oauth-account.ts'
import { makeColleague, makeInvitee } from '../fixtures/situations.ts'
import { views } from '../fixtures/views.ts'
import type { OperationId } from '../generated/operations.ts'
import { schemas } from '../generated/schemas.ts'
import { foreignMembers } from './foreign-members.ts'
import type { ScenarioCheck } from './scenario.ts'

/** The body with all properties that are none of its schema, which name another account. */
type Extend = (body: JsonObject, own: Schema) => JsonObject

interface Scene {
  readonly fixtures: Fixtures
  readonly extend: Extend
  /** The account that the further properties name. */
  readonly other: Identity
}

/** Calls with further properties, and sees that they have changed nothing. */
const scenes: { readonly [Id in OperationId]?: (scene: Scene) => Promise<void> } = {
  async login({ fixtures, extend }) {
    const account = await fixtures.companion()
    const before = await views.account(fixtures, account)
    const body = extend({ email: account.email, password: account.password }, schemas.Login)
    const login = await fixtures.api.call('login', { body }, undefined)
    expectStatus(login, '200')
    const after = await views.account(fixtures, asAnswered(fixtures, account, login))
    expectUnchanged(after, 'the account', {
      schema: schemas.GlobalUserInfo,
      before: before.object,
      after: after.object,
    })
  },
  async loginWithOauth({ fixtures, extend }) {
    const email = fixtures.names.email('oauth')
    const begun = await beginOauth(fixtures, email)
    const login = await endOauth(fixtures, begun, extend({}, schemas.LoginWithOauth))
    expectStatus(login, '200')
    const own = await views.account(fixtures, asAnswered(fixtures, { email, password: '' }, login))
    expectValues(own, own.object, { email, super_admin: false, login_type: sandboxClient })
  },
  async setPassword({ fixtures, extend, other }) {
    const account = await fixtures.makeAccount('extended')
    const before = await views.account(fixtures, account)
    const { password } = newAccount(fixtures, 'password')
    const body = extend({ password }, schemas.SetPassword)
    expectStatus(await fixtures.api.call('setPassword', { body }, account.token), '200')
    const after = await views.account(fixtures, account)
    expectUnchanged(after, 'the account', {
      schema: schemas.GlobalUserInfo,
      before: before.object,
      after: after.object,
    })
    expectStatus(await tryLogin(fixtures, account.email, password), '200')
    expectStatus(await tryLogin(fixtures, other.email, other.password), '200')
  },
  async createToken({ fixtures, extend }) {
    const owner = await fixtures.companion()
    const body = extend({ label: 'contract' }, schemas.NewToken)
    const created = await fixtures.api.call('createToken', { body }, owner.token)
    expectStatus(created, '201')
    const own = await views.account(fixtures, asAnswered(fixtures, owner, created))
    expectValues(own, own.object, { email: owner.email, super_admin: false })
    const token_prefix = created.response.text.slice(0, 10)
    expectItem(await views.tokens(fixtures, owner), { token_prefix, label: 'contract', expiration: null })
  },
  async acceptInvite({ fixtures, extend, other }) {
    const { invitee, workspace } = await makeInvitee(fixtures)
    const username = fixtures.names.username()
    const body = extend({ workspace_id: workspace.id, username }, schemas.AcceptInvite)
    expectStatus(await fixtures.api.call('acceptInvite', { body }, invitee.token), '200')
    const members = await views.members(fixtures, workspace.id)
    expectItem(members, { username, email: invitee.email, ...ordinary })
    expectNoItem(members, 'email', other.email)
  },
  async declineInvite({ fixtures, extend, other }) {
    const { invitee, workspace } = await makeInvitee(fixtures)
    const body = extend({ workspace_id: workspace.id }, schemas.DeclineInvite)
    expectStatus(await fixtures.api.call('declineInvite', { body }, invitee.token), '200')
    const members = await views.members(fixtures, workspace.id)
    for (const { email } of [invitee, other]) expectNoItem(members, 'email', email)
  },
  async createUser({ fixtures, extend }) {
    const [workspace, account] = [await fixtures.makeWorkspace(), await fixtures.companion()]
    const [path, username] = [{ workspace: workspace.id }, fixtures.names.username()]
    const body = extend({ email: account.email, username, is_admin: false }, schemas.NewUser)
    const { token } = workspace.admin.identity
    expectStatus(await fixtures.api.call('createUser', { path, body }, token), '201')
    const members = await views.members(fixtures, workspace.id)
    expectItem(members, { username, email: account.email, ...ordinary })
  },
  async updateUser({ fixtures, extend }) {
    const { workspace, path } = await makeColleague(fixtures)
    const before = await views.members(fixtures, workspace.id)
    const body = extend({ is_admin: false }, schemas.EditWorkspaceUser)
    const { token } = workspace.admin.identity
    expectStatus(await fixtures.api.call('updateUser', { path, body }, token), '200')
    const after = await views.members(fixtures, workspace.id)
    const readings = { schema: schemas.User, before: before.items, after: after.items }
    expectUnchanged(after, 'the members', readings)
  },
  async createUserGlobally({ fixtures, extend }) {
    const account = newAccount(fixtures, 'extended')
    const body = extend(account, schemas.CreateUserGlobally)
    expectStatus(await fixtures.api.call('createUserGlobally', { body }, fixtures.admin.token), '201')
    const login = await tryLogin(fixtures, account.email, account.password)
    expectStatus(login, '200')
    const own = await views.account(fixtures, asAnswered(fixtures, account, login))
    const { email } = account
    expectValues(own, own.object, { email, super_admin: false, login_type: 'password', verified: true })
  },
  async globalUserUpdate({ fixtures, extend }) {
    const account = await fixtures.makeAccount('extended')
    const before = await views.account(fixtures, account)
    const path = { email: account.email }
    const body = extend({ is_super_admin: false }, schemas.GlobalUserUpdate)
    expectStatus(await fixtures.api.call('globalUserUpdate', { path, body }, fixtures.admin.token), '200')
    const after = await views.account(fixtures, account)
    expectUnchanged(after, 'the account', {
      schema: schemas.GlobalUserInfo,
      before: before.object,
      after: after.object,
    })
    expectStatus(await tryLogin(fixtures, account.email, account.password), '200')
  },
}

/** What a member is who was given no right. */
const ordinary = { is_admin: false, is_super_admin: false, operator: false, disabled: false }

/** Properties of other schemas in a body change nothing: not who is meant, and not what they may do. */
export function massAssignmentOf(operation: OperationId): readonly ScenarioCheck<Fixtures>[] {
  const scene = scenes[operation]
  if (!scene) return []
  return [
    {
      rule: 'body-unknown-member',
      title: 'takes nothing from properties that other schemas have',
      situation: 'properties of other schemas',
      async run(fixtures) {
        const other = await fixtures.identity('user')
        const named = { email: other.email, username: fixtures.names.username() }
        const extend: Extend = (body, own) => ({ ...foreignMembers(own, named), ...body })
        await scene({ fixtures, extend, other })
        const account = await views.account(fixtures, other)
        expectSame(account, 'super_admin', false, account.object['super_admin'])
      },
    },
  ]
}
