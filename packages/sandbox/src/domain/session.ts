import type { Database } from '../database/schema.ts'
import type { Clock, Random } from '../ports.ts'
import { insertToken, purgeExpiredTokens, type Token } from '../store/tokens.ts'
import { setCookie } from './cookie.ts'
import { addMilliseconds } from './date-time.ts'
import { sha256 } from './digest.ts'
import { makeToken, prefixOf } from './token.ts'

/** The cookie that carries a token. */
export const sessionCookie = 'token'

interface Ports {
  readonly clock: Clock
  readonly random: Random
}

const hoursOfSession = 72
const secondsOfSession = hoursOfSession * 60 * 60

/** An answer that shows a token must be kept nowhere. */
export const noStore = { 'Cache-Control': 'no-store' }

/** Makes a token for an account. None where the account is gone. */
export async function issueToken(
  { clock, random }: Ports,
  database: Database,
  token: Pick<Token, 'email' | 'label' | 'session' | 'expiration'>,
): Promise<string | undefined> {
  const text = makeToken(random)
  const now = clock()
  const inserted = await insertToken(database, {
    ...token,
    hash: await sha256(text),
    prefix: prefixOf(text),
    created_at: now,
    last_used_at: now,
  })
  return inserted ? text : undefined
}

/** Makes a token that lives as long as a login does, and forgets those that have lived long enough. */
export async function openSession(
  ports: Ports,
  database: Database,
  email: string,
): Promise<string | undefined> {
  const now = ports.clock()
  await purgeExpiredTokens(database, now)
  const expiration = addMilliseconds(now, secondsOfSession * 1000)
  return issueToken(ports, database, { email, label: 'session', session: true, expiration })
}

/** The answer to a login: the token, once as text and once as a cookie. */
export function sessionAnswer(token: string, { https }: { readonly https: boolean }) {
  const cookie = setCookie({ name: sessionCookie, value: token, seconds: secondsOfSession, https })
  return { body: token, headers: { ...noStore, 'Set-Cookie': cookie } }
}
