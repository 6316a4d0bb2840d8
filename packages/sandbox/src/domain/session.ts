import type { Database } from '../database/schema.ts'
import type { Clock, Random } from '../ports.ts'
import { noteUse } from '../store/token-uses.ts'
import { insertToken, insertTokenOfCaller, purgeExpiredTokens, type Token } from '../store/tokens.ts'
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

type Described = Pick<Token, 'label' | 'session' | 'expiration'>

/** Makes a token for an account. None where the account is gone. */
export async function issueToken(
  ports: Ports,
  database: Database,
  { email, ...described }: Described & Pick<Token, 'email'>,
): Promise<string | undefined> {
  const { text, row } = await newToken(ports, described)
  return (await insertToken(database, { ...row, email })) ? text : undefined
}

/** The same for whoever calls with a token of this hash. None where that one is worth nothing, and perhaps where it is: see `insertTokenOfCaller`. */
export async function issueTokenToCaller(
  ports: Ports,
  database: Database,
  { caller, ...described }: Described & { readonly caller: string },
): Promise<string | undefined> {
  const { text, row } = await newToken(ports, described)
  const lastUsed = await insertTokenOfCaller(database, { ...row, caller })
  if (!lastUsed) return undefined
  noteUse(database, { hash: caller, lastUsed, now: row.created_at })
  return text
}

async function newToken({ clock, random }: Ports, described: Described) {
  const text = makeToken(random)
  const now = clock()
  const row = {
    ...described,
    hash: await sha256(text),
    prefix: prefixOf(text),
    created_at: now,
    last_used_at: now,
  }
  return { text, row }
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
export function sessionAnswer(token: string) {
  return { body: token, isSecret: true, cookie: keptSession(token, secondsOfSession) }
}

/** The answer to whoever leaves: the cookie ends at once. */
export const endedSession = keptSession('', 0)

function keptSession(value: string, seconds: number) {
  return { name: sessionCookie, value, seconds }
}
