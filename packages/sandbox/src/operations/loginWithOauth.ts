import type { Database } from '../database/schema.ts'
import { badRequest } from '../domain/refusal.ts'
import { openSession, sessionAnswer } from '../domain/session.ts'
import type { Context, Handler } from '../handler.ts'
import { oauthClientOf } from '../oauth/client.ts'
import { csrfCookie, finishFlow } from '../oauth/flow.ts'
import { ensureAccount } from '../store/accounts.ts'

/** Ends a login that `startOauthLogin` began, in the same browser. */
export const loginWithOauth: Handler<'loginWithOauth'> = async ({ input, cookies, context }) => {
  const client = oauthClientOf(context.oauthClients, input.path.client_name)
  const { code, state } = input.body
  if (cookies.get(csrfCookie) !== state) {
    throw badRequest('the state is not that of a login begun in this browser')
  }
  const email = await finishFlow(context, client, { code, state })
  const token = await context.database.transaction().execute(async (transaction) => {
    await signUp(context, transaction, email, client.name)
    return openSession(context, transaction, email)
  })
  if (token === undefined) throw badRequest(`${email} was deleted while it logged in`)
  return sessionAnswer(token)
}

/** Makes an account for a new e-mail. One that logs in otherwise is refused: a provider does not take it over. */
async function signUp(
  { clock }: Context,
  transaction: Database,
  email: string,
  loginType: string,
): Promise<void> {
  const { login_type } = await ensureAccount(transaction, {
    email,
    password_hash: null,
    login_type: loginType,
    super_admin: false,
    verified: true,
    name: null,
    company: null,
    created_at: clock(),
  })
  if (login_type === loginType) return
  const other = login_type === 'password' ? 'a password' : login_type
  throw badRequest(`${email} logs in with ${other}`)
}
