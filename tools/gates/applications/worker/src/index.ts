import { createClient, isErrorOf, listUsernames } from '@windmill-user-api/client'

/** What is configured for the worker. */
interface Environment {
  readonly USER_API: string
  readonly USER_API_TOKEN: string
}

/** Answers `/teams/demo` with the usernames of a workspace. */
export default {
  async fetch(request: Request, { USER_API, USER_API_TOKEN }: Environment): Promise<Response> {
    const [, workspace = ''] = /^\/teams\/([^/]+)$/.exec(new URL(request.url).pathname) ?? []
    const client = createClient({ baseUrl: USER_API, auth: { kind: 'bearer', token: USER_API_TOKEN } })
    try {
      // The call ends when the visitor has gone.
      return Response.json(await listUsernames(client, { workspace }, { signal: request.signal }))
    } catch (error) {
      if (!isErrorOf('listUsernames', error)) throw error
      return new Response(error.kind, { status: error.status === 403 ? 404 : 502 })
    }
  },
}
