import type { Serve } from './fault.ts'

/** Changes a JSON answer of success. */
export function body(change: (value: never) => unknown): Serve {
  return answer(async (response) => {
    if (!response.ok) return response
    // The fault knows what the operation answers.
    const changed = change((await response.json()) as never)
    return new Response(JSON.stringify(changed), response)
  })
}

/** Changes the text of an answer of success. */
export function text(change: (text: string) => string): Serve {
  return answer(async (response) =>
    response.ok ? new Response(change(await response.text()), response) : response,
  )
}

/** Answers one status instead of another. */
export function status(from: number, to: number): Serve {
  return answer(async (response) => {
    if (response.status !== from) return response
    return new Response(await response.text(), { status: to, headers: response.headers })
  })
}

/** Changes the headers of the answers that have this status. */
export function headers(ofStatus: number, change: (headers: Headers) => void): Serve {
  return answer(async (response) => {
    if (response.status !== ofStatus) return response
    const changed = new Headers(response.headers)
    change(changed)
    return new Response(await response.text(), { status: ofStatus, headers: changed })
  })
}

/** Does in the name of the super admin what is refused with one of these statuses. */
export function open(token: () => Promise<string>, ...statuses: readonly number[]): Serve {
  return async (request, send) => {
    const again = request.clone()
    const response = await send(request)
    if (!statuses.includes(response.status)) return response
    const headers = new Headers(again.headers)
    headers.delete('cookie')
    headers.set('authorization', `Bearer ${await token()}`)
    return send(new Request(again, { headers }))
  }
}

/** Reads a JSON body in its own way before it looks at it. */
export function lenient(read: (body: Record<string, unknown>) => unknown): Serve {
  return async (request, send) => {
    const sent: unknown = await request
      .clone()
      .json()
      .catch(() => undefined)
    if (typeof sent !== 'object' || sent === null || Array.isArray(sent)) return send(request)
    const changed = JSON.stringify(read({ ...sent }))
    return send(new Request(request, { method: request.method, body: changed, headers: request.headers }))
  }
}

/** Answers by itself, without the server. */
export function instead(respond: (request: Request) => Response): Serve {
  return async (request) => respond(request)
}

/** Changes each object of a list. */
export function each(change: (item: Record<string, unknown>) => unknown): Serve {
  return body((items: Record<string, unknown>[]) => items.map(change))
}

/** Answers a caller with credentials as if, and does nothing. */
export function pretend(said: string): Serve {
  return async (request, send) => {
    if (!request.headers.has('authorization')) return send(request)
    return new Response(said, { status: 200, headers: { 'content-type': 'text/plain' } })
  }
}

/** Refuses as it should, and does it all the same with a body that passes. */
export function quietly(refused: number, repair: (body: Record<string, unknown>) => unknown): Serve {
  return async (request, send) => {
    const again = request.clone()
    const response = await send(request)
    if (response.status === refused) await lenient(repair)(again, send)
    return response
  }
}

/** Does everything twice, and answers as the second time. */
export const twice: Serve = async (request, send) => {
  const again = request.clone()
  await send(request)
  return send(again)
}

function answer(change: (response: Response) => Promise<Response>): Serve {
  return async (request, send) => change(await send(request))
}
