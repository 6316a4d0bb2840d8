import type { Identity } from '../checks/setup.ts'
import { SetupProblem } from '../errors.ts'
import type { Api } from '../fixtures/api.ts'
import type { Exchange } from '../http/exchange.ts'
import { NoResponse } from '../http/no-response.ts'
import { beginningOf, createSecrets, showBody } from '../http/secrets.ts'
import { longest } from '../text/elide.ts'
import { printableLine } from '../text/printable.ts'

interface Account {
  readonly email: string
  readonly password: string
}

/** Logs in as the super admin that was given, or says in words that can be acted on why that is not possible. */
export async function logInAsAdmin(
  api: Api,
  { email, password }: Account,
  baseUrl: string,
  has: (operation: string) => boolean = () => true,
): Promise<Identity> {
  const login = await reach(baseUrl, () => api.call('login', { body: { email, password } }))
  refuseOtherResponses(login, { email, password }, baseUrl)
  const token = login.response.text.trim()
  if (has('listUsersAsSuperAdmin')) await refuseOrdinaryAccount(api, email, token)
  return { email, password, token }
}

/** A server that does not respond at all is not there. */
export async function reach(baseUrl: string, call: () => Promise<Exchange>): Promise<Exchange> {
  try {
    return await call()
  } catch (cause) {
    if (!(cause instanceof NoResponse)) throw cause
    throw new SetupProblem(
      `The server at ${baseUrl} ${cause.actual}. Expected a running server, such as the one that "npx @windmill-user-api/sandbox" starts at http://localhost:8000/api.`,
      { cause },
    )
  }
}

function refuseOtherResponses({ response }: Exchange, account: Account, baseUrl: string): void {
  const { email } = account
  const { status, text } = response
  if (status === 429)
    throw new SetupProblem(
      `The server refuses logins of ${email} for now: status 429, Retry-After ${quote(response.headers.get('retry-after') ?? 'unknown', account)}.`,
    )
  if (status === 400 && text.startsWith('Bad request')) {
    throw new SetupProblem(
      `The server refuses the credentials of ${email}: "${quote(text, account)}". Expected the e-mail and password of a super admin, for example --admin-email admin@windmill.dev --admin-password changeme.`,
    )
  }
  if (/^\s*</.test(text)) {
    throw new SetupProblem(
      `There is a web page, and no API, at ${baseUrl}: POST /auth/login returns ${status} with HTML. Expected the base URL of the API, which often ends with "/api".`,
    )
  }
  if (status >= 300) {
    throw new SetupProblem(
      `There is no such API at ${baseUrl}: POST /auth/login returns ${status}. Expected the base URL of the API, which often ends with "/api".`,
    )
  }
  if (!/^\S{10,}$/.test(text.trim())) {
    throw new SetupProblem(
      `There is no such API at ${baseUrl}: POST /auth/login returns ${status} with a body that is not a token.`,
    )
  }
}

/** What the server says, in one line that can be shown: a server may repeat the password, or send more than text. */
function quote(text: string, { password }: Account): string {
  const secrets = createSecrets()
  secrets.add(password)
  return printableLine(showBody(beginningOf(text), { limit: longest.value, mask: secrets.mask }))
}

async function refuseOrdinaryAccount(api: Api, email: string, token: string): Promise<void> {
  const list = await api.call('listUsersAsSuperAdmin', {}, token).catch(ignoreSilence)
  if (list?.response.status !== 403) return
  throw new SetupProblem(
    `${email} is not a super admin: listing all accounts returns 403. Expected the credentials of one.`,
  )
}

/** The server is there. That one operation does not respond is found by its checks. */
function ignoreSilence(error: unknown): undefined {
  if (!(error instanceof NoResponse)) throw error
  return undefined
}
