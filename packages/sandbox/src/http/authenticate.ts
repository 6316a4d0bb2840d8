import { sha256 } from '../domain/digest.ts'
import { unauthorized } from '../domain/refusal.ts'
import { sessionCookie } from '../domain/session.ts'
import type { Caller, Context } from '../handler.ts'
import type { Admission } from '../store/admission.ts'
import type { Question } from '../store/look.ts'
import { comesFromElsewhere } from './same-origin.ts'

/** Somebody who has shown a valid token, and what they are in the workspace that they ask for. */
export type Authenticated<Admitted extends Admission = Admission> = Pick<Caller, 'tokenHash'> & Admitted

/** Asks the database. Undefined where the token is worth nothing. */
export type Ask<Admitted extends Admission> = (question: Question, now: Date) => Promise<Admitted | undefined>

export interface Credentials {
  readonly request: Request
  readonly cookies: ReadonlyMap<string, string>
  /** Where they want to be. Undefined where the operation belongs to no workspace. */
  readonly workspace: string | undefined
}

/**
 * Finds out who calls: by the bearer token, else by the cookie. A bearer token that is worth nothing does not fall back.
 * A cookie counts for no change that another site asks for.
 *
 * @throws {@link Refusal} `Unauthorized`
 */
export async function authenticate<Admitted extends Admission>(
  context: Context,
  credentials: Credentials,
  ask: Ask<Admitted>,
): Promise<Authenticated<Admitted>> {
  const tokenHash = await hashOfToken(context, credentials)
  if (tokenHash === undefined) throw unauthorized()
  const question = { hash: tokenHash, workspace: credentials.workspace ?? null }
  const admission = await ask(question, context.clock())
  if (!admission) throw unauthorized()
  return { ...admission, tokenHash }
}

/** The hash of the token that a request shows, whatever that is worth. Undefined where it shows none that counts. */
export async function hashOfToken(
  { publicOrigin }: Context,
  { request, cookies }: Omit<Credentials, 'workspace'>,
): Promise<string | undefined> {
  const bearer = bearerToken(request.headers.get('Authorization'))
  const fromElsewhere = bearer === undefined && comesFromElsewhere(request, publicOrigin)
  const token = fromElsewhere ? undefined : (bearer ?? cookies.get(sessionCookie))
  return token ? sha256(token) : undefined
}

/** Undefined where the header is of another scheme, which is ignored (RFC 6750, section 2.1). */
function bearerToken(header: string | null): string | undefined {
  const match = /^Bearer(?: +(.*))?$/i.exec(header?.trim() ?? '')
  return match ? (match[1] ?? '') : undefined
}
