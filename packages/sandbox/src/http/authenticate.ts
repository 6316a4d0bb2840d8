import { sha256 } from '../domain/digest.ts'
import { unauthorized } from '../domain/refusal.ts'
import { sessionCookie } from '../domain/session.ts'
import type { Caller, Context } from '../handler.ts'
import { type Admission, useToken } from '../store/admission.ts'
import { comesFromElsewhere } from './same-origin.ts'

/** Somebody who has shown a valid token, and what they are in the workspace that they ask for. */
export type Authenticated = Caller & Admission

/**
 * Finds out who calls: by the bearer token, else by the cookie. A bearer token that is worth nothing does not fall back.
 * A cookie counts for no change that another site asks for.
 *
 * @param workspace - Where they want to be. Undefined where the operation belongs to no workspace.
 * @throws {@link Refusal} `Unauthorized`
 */
export async function authenticate(
  { database, clock, publicOrigin }: Context,
  request: Request,
  cookies: ReadonlyMap<string, string>,
  workspace: string | undefined,
): Promise<Authenticated> {
  const bearer = bearerToken(request.headers.get('Authorization'))
  const fromElsewhere = bearer === undefined && comesFromElsewhere(request, publicOrigin)
  const token = fromElsewhere ? undefined : (bearer ?? cookies.get(sessionCookie))
  if (!token) throw unauthorized()
  const tokenHash = await sha256(token)
  const question = { hash: tokenHash, workspace: workspace ?? null }
  const admission = await useToken(database, question, clock())
  if (!admission) throw unauthorized()
  return { ...admission, tokenHash }
}

/** Undefined where the header is of another scheme, which is ignored (RFC 6750, section 2.1). */
function bearerToken(header: string | null): string | undefined {
  const match = /^Bearer(?: +(.*))?$/i.exec(header?.trim() ?? '')
  return match ? (match[1] ?? '') : undefined
}
