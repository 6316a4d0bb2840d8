import { QueryClient } from '@tanstack/react-query'
import { createClient } from '@windmill-user-api/client'
import { listUsernamesQuery } from '@windmill-user-api/react-query'

export const runtime = 'edge'

/** A route handler on the edge runtime, which has no Node. */
export async function GET(): Promise<Response> {
  const { USER_API = '', USER_API_TOKEN: token = '' } = process.env
  const client = createClient({ baseUrl: USER_API, auth: { kind: 'bearer', token } })
  return Response.json(await new QueryClient().fetchQuery(listUsernamesQuery(client, { workspace: 'demo' })))
}
