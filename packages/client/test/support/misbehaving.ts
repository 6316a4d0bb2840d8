import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { text } from 'node:stream/consumers'

/** What a server may do wrong. `echo` is what it was sent, credentials and body: the worst that it could quote. */
type Fault = (response: ServerResponse, echo: string, request: IncomingMessage) => void

const whole = (status: number, type: string | undefined, headers: Record<string, string> = {}): Fault => {
  const types = type === undefined ? {} : { 'Content-Type': type }
  return (response, echo) =>
    response.writeHead(status, { ...types, ...headers }).end(status === 204 ? '' : echo)
}

/** Bytes of our own instead of HTTP as Node writes it. */
const raw = (bytes: (echo: string) => string): Fault => {
  return ({ socket }, echo) => socket?.end(bytes(echo))
}

const drip: Fault = (response, echo) => {
  response.writeHead(200, { 'Content-Type': 'text/plain' })
  const timer = setInterval(() => response.write(echo), 20)
  response.on('close', () => clearInterval(timer))
}

/** Faults that say which status and which media type come, or none where there is no whole answer. */
export const faults = {
  'an HTML page of a proxy': { status: 502, type: 'text/html', fault: whole(502, 'text/html') },
  'an empty failure': { status: 500, type: '', fault: (response) => response.writeHead(500).end() },
  'broken JSON': { status: 200, type: 'broken', fault: whole(200, 'application/json') },
  'another media type': { status: 200, type: 'text/html', fault: whole(200, 'text/html') },
  'no media type': { status: 200, type: '', fault: whole(200, undefined) },
  'JSON of another shape': {
    status: 200,
    type: 'application/json',
    fault: (response, echo) =>
      response.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify({ echo })),
  },
  'no content': { status: 204, type: '', fault: whole(204, undefined) },
  'a part of the content': { status: 206, type: 'text/plain', fault: whole(206, 'text/plain') },
  'a status that nobody knows': { status: 599, type: 'text/plain', fault: whole(599, 'text/plain') },
  'a failure in HTML': { status: 401, type: 'text/html', fault: whole(401, 'text/html') },
  'too many requests, with seconds': {
    status: 429,
    type: 'text/plain',
    fault: whole(429, 'text/plain', { 'Retry-After': '3600' }),
  },
  'too many requests, with a date': {
    status: 429,
    type: 'text/plain',
    fault: whole(429, 'text/plain', { 'Retry-After': 'Fri, 31 Dec 2100 23:59:59 GMT' }),
  },
  'a redirect to itself': {
    status: 307,
    type: 'text/plain',
    fault: (response, echo, { url = '' }) => response.writeHead(307, { Location: url }).end(echo),
  },
  'a redirect to elsewhere': {
    status: 302,
    type: 'text/plain',
    fault: whole(302, 'text/plain', { Location: 'http://127.0.0.1:9/' }),
  },
  'a connection that ends before the answer': { fault: ({ socket }) => socket?.destroy() },
  'a connection that ends in the body': {
    fault: (response, echo) => {
      response.writeHead(200, { 'Content-Type': 'text/plain', 'Content-Length': '100000' })
      response.write(echo, () => response.socket?.destroy())
    },
  },
  'less than its length says': {
    fault: raw(
      (echo) => `HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 9999\r\n\r\n${echo}`,
    ),
  },
  'what is no gzip': { fault: whole(200, 'text/plain', { 'Content-Encoding': 'gzip' }) },
  'what is no HTTP': { fault: raw((echo) => `${echo}\r\n\r\n`) },
  'a header that is none': { fault: raw((echo) => `HTTP/1.1 200 OK\r\nSet Cookie ${echo}\r\n\r\n`) },
  'a header without end': {
    fault: raw((echo) => `HTTP/1.1 200 OK\r\nX-Echo: ${echo}${'x'.repeat(40_000)}\r\n\r\n`),
  },
  'a length that is none': {
    fault: raw((echo) => `HTTP/1.1 200 OK\r\nContent-Length: ${echo}\r\n\r\n${echo}`),
  },
  'nothing at all': { isSlow: true, fault: () => {} },
  'a body without end': { isSlow: true, fault: drip },
} satisfies Readonly<
  Record<
    string,
    { readonly status?: number; readonly type?: string; readonly isSlow?: true; readonly fault: Fault }
  >
>

/** The header by which a test says which fault it wants. */
export const faultHeader = 'X-Fault'

export interface MisbehavingServer {
  readonly baseUrl: string
  /** How many requests came. */
  count(): number
  close(): void
}

/** A real server on a real port. */
export async function startMisbehavingServer(): Promise<MisbehavingServer> {
  let count = 0
  const server = createServer(async (request, response) => {
    count += 1
    const echo = `${request.headers.authorization} ${await text(request)}`.replaceAll(/[\r\n]/g, ' ')
    const name = String(request.headers[faultHeader.toLowerCase()])
    response.shouldKeepAlive = false
    Object.entries<{ fault: Fault }>(faults)
      .find(([known]) => known === name)?.[1]
      .fault(response, echo, request)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : undefined
  return {
    baseUrl: `http://127.0.0.1:${port}/api`,
    count: () => count,
    close: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}
