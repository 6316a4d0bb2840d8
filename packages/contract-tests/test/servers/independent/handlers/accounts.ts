import { emailOf, optionalText, textOf } from '../body.ts'
import { type Call, type Handler, pathValue } from '../call.ts'
import { json, refusal, text } from '../reply.ts'
import { type Account, byText, type State } from '../state.ts'
import { pageOf } from './page.ts'

export const getCurrentEmail: Handler = ({ account }) => text(200, account.shownEmail)

export const globalWhoami: Handler = ({ account }) => json(present(account))

/** One page of all accounts, by e-mail. */
export const listUsersAsSuperAdmin: Handler = (call) => {
  const accounts = [...call.state.accounts.values()].sort(byText(({ email }) => email))
  return json(pageOf(call, accounts).map(present))
}

export const createUserGlobally: Handler = ({ state, policy, body }) => {
  const [email, name] = [emailOf(body), optionalText(body, 'name')]
  if (state.accounts.has(email)) throw refusal(400, `${email} has an account`)
  state.accounts.set(email, {
    email,
    shownEmail: policy.shownEmail(textOf(body, 'email')),
    password: textOf(body, 'password'),
    loginType: 'password',
    superAdmin: body['super_admin'] === true,
    name: name === null ? null : policy.name(name),
    company: optionalText(body, 'company'),
    createdAt: new Date(),
  })
  return text(201, `${email} has an account`)
}

export const globalUserUpdate: Handler = (call) => {
  const account = namedAccount(call)
  const sent = call.body['is_super_admin']
  if (sent === false) keepSuperAdmin(call.state, account)
  if (typeof sent === 'boolean') account.superAdmin = sent
  return text(200, `${account.email} is updated`)
}

/** The account goes with its tokens, memberships and invites. */
export const deleteGlobalUser: Handler = (call) => {
  const { state } = call
  const account = namedAccount(call)
  const { email } = account
  keepSuperAdmin(state, account)
  for (const member of state.members.filter((each) => each.email === email)) {
    const others = state.members.filter(({ workspace, isAdmin }) => workspace === member.workspace && isAdmin)
    if (member.isAdmin && others.length === 1)
      throw refusal(400, `${email} is the only admin of ${member.workspace}`)
  }
  if (!call.policy.removesAccounts()) return text(200, `${email} is deleted`)
  state.accounts.delete(email)
  state.members = state.members.filter((each) => each.email !== email)
  state.invites = state.invites.filter((each) => each.email !== email)
  for (const token of [...state.tokens.values()]) if (token.email === email) state.tokens.delete(token.secret)
  return text(200, `${email} is deleted`)
}

function present(account: Account) {
  const { shownEmail, loginType, superAdmin, name, company } = account
  return { email: shownEmail, login_type: loginType, super_admin: superAdmin, verified: true, name, company }
}

function namedAccount(call: Call): Account {
  const email = pathValue(call, 'email').toLowerCase()
  const account = call.state.accounts.get(email)
  if (!account) throw refusal(404, `no account has the e-mail ${email}`)
  return account
}

function keepSuperAdmin({ accounts }: State, { email, superAdmin }: Account): void {
  const others = [...accounts.values()].some((each) => each.superAdmin && each.email !== email)
  if (superAdmin && !others) throw refusal(400, `${email} is the last super admin`)
}
