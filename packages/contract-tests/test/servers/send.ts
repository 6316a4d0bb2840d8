import type { RunningServer } from './zoo-server.ts'

/** What is sent beside the path. */
export interface Sending {
  readonly method?: string
  readonly token?: string
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
}

/** Calls a server of the zoo, and follows no redirection. */
export function send(
  { baseUrl }: Pick<RunningServer, 'baseUrl'>,
  path: string,
  { method, token, body, headers = {} }: Sending = {},
): Promise<Response> {
  return fetch(`${baseUrl}${path}`, {
    method: method ?? (body === undefined ? 'GET' : 'POST'),
    redirect: 'manual',
    headers: {
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
    signal: AbortSignal.timeout(5000),
  })
}

/** Logs in, and returns the token. */
export async function logIn(
  server: Pick<RunningServer, 'baseUrl'>,
  body: { readonly email: string; readonly password: string },
): Promise<string> {
  const response = await send(server, '/auth/login', { body })
  if (!response.ok) throw new Error(`login returned ${response.status}`)
  return response.text()
}
