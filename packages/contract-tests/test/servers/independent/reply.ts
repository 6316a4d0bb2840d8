/** A response before it is written. A body that is not a text is sent as JSON. */
export interface Reply {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: unknown
}

/** Plain text, such as the name of what was made. */
export function text(status: number, body: string, headers: Readonly<Record<string, string>> = {}): Reply {
  return { status, headers: { 'Content-Type': 'text/plain; charset=utf-8', ...headers }, body }
}

/** A value that is sent as JSON. */
export function json(body: unknown): Reply {
  return { status: 200, headers: { 'Content-Type': 'application/json' }, body }
}

/** How the line of an error begins (contract, "Conventions"). */
const kinds = {
  400: 'Bad request',
  403: 'Forbidden',
  404: 'Not found',
  405: 'Method not allowed',
  413: 'Payload too large',
  415: 'Unsupported media type',
  422: 'Unprocessable',
  429: 'Too many requests',
} as const

/** A request that is refused. */
export class Refusal extends Error {
  override readonly name = 'Refusal'
  readonly reply: Reply

  constructor(reply: Reply) {
    super(`refused with ${reply.status}`)
    this.reply = reply
  }
}

/** One line of text, whatever a path value that it names may hold. */
export function refusal(
  status: keyof typeof kinds,
  detail: string,
  headers: Readonly<Record<string, string>> = {},
): Refusal {
  const line = detail.replaceAll(/\p{Cc}+/gu, ' ')
  return new Refusal(text(status, `${kinds[status]}: ${line}`, headers))
}

/** No credentials, or ones that are not valid. */
export function unauthorized(): Refusal {
  return new Refusal(text(401, 'Unauthorized', { 'WWW-Authenticate': 'Bearer' }))
}
