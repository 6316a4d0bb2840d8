import { expectItem, expectSame, expectValues } from '../expect/compare.ts'
import { expectStatus } from '../expect/expect-status.ts'
import { newAccount, toIdentity, tryLogin } from '../fixtures/account-body.ts'
import { sandboxClient } from '../fixtures/oauth.ts'
import { beginOauth, endOauth } from '../fixtures/oauth-account.ts'
import { views } from '../fixtures/views.ts'
import { schemas } from '../generated/schemas.ts'
import { expectSameAccount, expectUsualSession, type Scenes } from './mass-assignment-scene.ts'

/** Operations on accounts and their tokens. */
export const accountScenes: Scenes = {
  async login({ fixtures, extend }) {
    const account = await fixtures.companion()
    const before = await views.account(fixtures, account)
    const body = extend({ email: account.email, password: account.password }, schemas.Login)
    const login = await fixtures.api.call('login', { body }, undefined)
    expectStatus(login, '200')
    const own = toIdentity(fixtures, account, login)
    await expectSameAccount(fixtures, own, before)
    await expectUsualSession(fixtures, own)
  },
  async loginWithOauth({ fixtures, extend }) {
    const email = fixtures.names.email('oauth')
    const begun = await beginOauth(fixtures, email)
    const login = await endOauth(fixtures, begun, extend({}, schemas.LoginWithOauth))
    expectStatus(login, '200')
    const account = toIdentity(fixtures, { email, password: '' }, login)
    const own = await views.account(fixtures, account)
    expectValues(own, own.object, { email, super_admin: false, login_type: sandboxClient })
    await expectUsualSession(fixtures, account)
  },
  async setPassword({ fixtures, extend, other }) {
    const account = await fixtures.makeAccount('extended')
    const before = await views.account(fixtures, account)
    const { password } = newAccount(fixtures, 'password')
    const body = extend({ password }, schemas.SetPassword)
    expectStatus(await fixtures.api.call('setPassword', { body }, account.token), '200')
    await expectSameAccount(fixtures, account, before)
    expectStatus(await tryLogin(fixtures, account.email, password), '200')
    expectStatus(await tryLogin(fixtures, other.email, other.password), '200')
  },
  async createToken({ fixtures, extend }) {
    const owner = await fixtures.companion()
    const body = extend({ label: 'contract' }, schemas.NewToken)
    const created = await fixtures.api.call('createToken', { body }, owner.token)
    expectStatus(created, '201')
    const own = await views.account(fixtures, toIdentity(fixtures, owner, created))
    expectValues(own, own.object, { email: owner.email, super_admin: false })
    const token_prefix = created.response.text.slice(0, 10)
    const listing = await views.tokens(fixtures, owner)
    const listed = expectItem(listing, { token_prefix, label: 'contract', expiration: null })
    for (const name of ['created_at', 'last_used_at'])
      expectSame(listing, `whether ${name} is the one of the body`, false, listed[name] === body[name])
  },
  async createUserGlobally({ fixtures, extend }) {
    const account = newAccount(fixtures, 'extended')
    const body = extend(account, schemas.CreateUserGlobally)
    expectStatus(await fixtures.api.call('createUserGlobally', { body }, fixtures.admin.token), '201')
    const login = await tryLogin(fixtures, account.email, account.password)
    expectStatus(login, '200')
    const own = await views.account(fixtures, toIdentity(fixtures, account, login))
    const { email } = account
    expectValues(own, own.object, { email, super_admin: false, login_type: 'password', verified: true })
  },
  async globalUserUpdate({ fixtures, extend }) {
    const account = await fixtures.makeAccount('extended')
    const before = await views.account(fixtures, account)
    const path = { email: account.email }
    const body = extend({ is_super_admin: false }, schemas.GlobalUserUpdate)
    expectStatus(await fixtures.api.call('globalUserUpdate', { path, body }, fixtures.admin.token), '200')
    await expectSameAccount(fixtures, account, before)
    expectStatus(await tryLogin(fixtures, account.email, account.password), '200')
  },
}
