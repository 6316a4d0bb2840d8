import type { Sandbox } from '@windmill-user-api/sandbox'

export const api = 'http://localhost:8000/api'

/** Who of the example world has a role and no more than it needs. */
const callers: Readonly<Record<string, { readonly email: string; readonly password: string }>> = {
  user: { email: 'ada@example.com', password: 'analytical-engine' },
  member: { email: 'ada@example.com', password: 'analytical-engine' },
  'workspace-admin': { email: 'grace@example.com', password: 'nanoseconds-matter' },
  'super-admin': { email: 'admin@windmill.dev', password: 'changeme' },
}

/** A token for who may call what asks for this role; nothing where anybody may. */
export async function tokenFor(sandbox: Sandbox, role: string | undefined): Promise<string> {
  if (role === 'anonymous') return ''
  const caller = callers[role ?? '']
  if (!caller)
    throw new Error(
      `nobody of the example world has the role ${role}. Expected one of ${Object.keys(callers).join(', ')}.`,
    )
  const response = await sandbox.fetch(
    new Request(`${api}/auth/login`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(caller),
    }),
  )
  return response.text()
}
