import type { Fetch, FetchInit } from '../../src/index.ts'

/** A server in the same process: records what arrives, and answers as it is told. */
export interface RecordingServer {
  readonly fetch: Fetch
  readonly requests: Request[]
}

/** A handler of requests as the `fetch` of a client. */
export function served(handle: (request: Request) => Response | Promise<Response>) {
  return (url: string, init: FetchInit) => handle(new Request(url, init))
}

/** Answers every request with what `answer` makes of it. */
export function recordingServer(answer: (request: Request) => Response | Promise<Response>): RecordingServer {
  const requests: Request[] = []
  const fetch = served(async (request) => {
    requests.push(request.clone())
    return answer(request)
  })
  return { fetch, requests }
}

export function text(body: string, status = 200, headers: Record<string, string> = {}): Response {
  return new Response(body, { status, headers: { 'Content-Type': 'text/plain; charset=utf-8', ...headers } })
}

export function json(body: unknown, status = 200): Response {
  return Response.json(body, { status })
}

export const baseUrl = 'http://localhost:8000/api'
