import type { Fetch } from '../../src/index.ts'
import { admin, baseUrl } from '../sandbox.ts'

/** Whether somebody can become a member of a workspace by an invite: without a member, most of a server is out of reach. */
export async function canJoin(fetch: Fetch): Promise<boolean> {
  const name = crypto.randomUUID().slice(0, 8)
  const [workspace, email, password] = [`way-${name}`, `way-${name}@example.com`, `way ${name}`]
  const call = callsOf(fetch)
  try {
    const owner = await call('POST', '/auth/login', undefined, admin)
    await call('POST', '/users/create', owner, { email, password, super_admin: false, name })
    const token = await call('POST', '/auth/login', undefined, { email, password })
    await call('POST', '/workspaces/create', owner, { id: workspace, name, username: 'owner' })
    await call('POST', `/w/${workspace}/workspaces/invite_user`, owner, { email, is_admin: false })
    await call('POST', '/users/accept_invite', token, { workspace_id: workspace, username: 'guest' })
    await call('GET', `/w/${workspace}/users/whoami`, token)
    await call('DELETE', `/w/${workspace}/workspaces/delete`, owner)
    return true
  } catch {
    return false
  }
}

/** Calls, and gives the text of a success; throws where it is none. */
function callsOf(fetch: Fetch) {
  return async (method: string, path: string, token: string | undefined, body?: unknown): Promise<string> => {
    const headers = {
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
      ...(body !== undefined && { 'content-type': 'application/json' }),
    }
    const text = body === undefined ? null : JSON.stringify(body)
    const response = await fetch(new Request(`${baseUrl}${path}`, { method, headers, body: text }))
    if (!response.ok) throw new Error(`${method} ${path} returned ${response.status}`)
    return response.text()
  }
}
