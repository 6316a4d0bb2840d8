import { type Client, createClient } from '@windmill-user-api/client'
import { cookies } from 'next/headers'
import { scope } from './scope'

const baseUrl = process.env['USER_API'] ?? 'http://localhost:8000/api'

/** A client for the person whose request this is, or none if they are not logged in. A server may empty the cookie when they log out. */
export async function serverClient(): Promise<Client | undefined> {
  const token = (await cookies()).get('token')?.value
  return token ? createClient({ baseUrl, auth: { kind: 'bearer', token }, scope }) : undefined
}
