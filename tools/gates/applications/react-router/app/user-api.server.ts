import { createUserApi, type UserApi } from '@windmill-user-api/client'
import { createCookie } from 'react-router'

const baseUrl = process.env['USER_API'] ?? 'http://localhost:8000/api'

export const session = createCookie('session', { httpOnly: true, sameSite: 'lax', path: '/' })

/** Calls that nobody has to be logged in for. */
export const anyone = createUserApi({ baseUrl, auth: { kind: 'none' } })

/** Calls as the person whose request this is, or nothing if they are not logged in. */
export async function userApi(request: Request): Promise<UserApi | undefined> {
  const token: unknown = await session.parse(request.headers.get('Cookie'))
  return typeof token === 'string' ? createUserApi({ baseUrl, auth: { kind: 'bearer', token } }) : undefined
}
