import type { Fetch } from '../../../packages/contract-tests/src/index.ts'

/** Where the sandbox believes to be: no port is open there. */
export const baseUrl = 'http://localhost:8000/api'

/** The super admin of a fresh sandbox. */
export const admin = { email: 'admin@windmill.dev', password: 'changeme' }

/** Ways through handlers that no contract check takes: workspaces with a domain are shown with it. */
export async function callTheRest(fetch: Fetch): Promise<void> {
  const call = (path: string, body?: object, headers: Readonly<Record<string, string>> = {}) =>
    fetch(
      new Request(`${baseUrl}${path}`, {
        method: body ? 'POST' : 'GET',
        headers: { ...headers, 'Content-Type': 'application/json' },
        ...(body && { body: JSON.stringify(body) }),
      }),
    )
  const Authorization = `Bearer ${await (await call('/auth/login', admin)).text()}`
  const workspace = { id: 'navy', name: 'Navy', username: 'admin', domain: 'example.com' }
  await call('/workspaces/create', workspace, { Authorization })
  for (const list of ['/workspaces/list', '/workspaces/list_as_superadmin'])
    await call(list, undefined, { Authorization })
}
