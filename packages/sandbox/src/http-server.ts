import { createServer, type IncomingMessage, type Server, type ServerOptions, STATUS_CODES } from 'node:http'
import type { Duplex } from 'node:stream'
import { getRequestListener, RequestError } from '@hono/node-server'
import { badRequest, Refusal } from './domain/refusal.ts'
import { type HostRules, hostCheck } from './http/allow-host.ts'
import { refusalResponse } from './http/respond.ts'
import { secure } from './http/security-headers.ts'
import { markFramed } from './read-limited.ts'

type Fetch = (request: Request) => Response | Promise<Response>

/**
 * An HTTP server, not listening yet, that hands on what is valid HTTP and meant for it. It answers everything else by itself, with a text
 * that says what was wrong.
 */
export function createHttpServer(fetch: Fetch, rules: HostRules, options: ServerOptions): Server {
  const handOn = (request: Request) => {
    markFramed(request)
    return fetch(request)
  }
  const listener = getRequestListener(handOn, { hostname: 'localhost', errorHandler: answerError })
  const refusalOf = requestCheck(rules)
  // Its own check of the Host header answers without a text.
  const server = createServer({ ...options, requireHostHeader: false }, (incoming, outgoing) => {
    const refusal = refusalOf(incoming)
    if (refusal === undefined) return listener(incoming, outgoing)
    const { status, headers } = refused(refusal)
    return outgoing.writeHead(status, headers).end(refusal.message)
  })
  server.on('checkExpectation', (_incoming, outgoing) => {
    const refusal = new Refusal('Expectation failed', 'expected no Expect header, or 100-continue')
    const { status, headers } = refused(refusal)
    outgoing.writeHead(status, headers).end(refusal.message)
  })
  server.on('connect', (_incoming, socket) => {
    end(
      socket,
      new Refusal('Method not allowed', 'CONNECT is for proxies', {
        headers: { Allow: 'GET, HEAD, POST, DELETE, OPTIONS' },
      }),
    )
  })
  server.on('clientError', (error: ParserError, socket) => {
    if (error.code === 'ECONNRESET' || !socket.writable) socket.destroy()
    else end(socket, refusalOfParser(error))
  })
  return server
}

/** What is refused before its path is looked at. */
function requestCheck(rules: HostRules): (incoming: IncomingMessage) => Refusal | undefined {
  const checkHost = hostCheck(rules)
  return ({ url = '', headers: { host = '' }, httpVersion }) => {
    // A request to a proxy names the host in its first line, which counts more (RFC 9112, section 3.2.2).
    const authority = /^https?:\/\/([^/?#]*)/.exec(url)?.[1] ?? host
    if (authority !== '') return checkHost(authority)
    if (httpVersion === '1.0') return undefined
    return badRequest('the request has no host. Expected a header such as Host: localhost:8000')
  }
}

interface ParserError extends NodeJS.ErrnoException {
  readonly reason?: string
}

function refusalOfParser({ code, reason }: ParserError): Refusal {
  if (code === 'HPE_HEADER_OVERFLOW')
    return new Refusal('Request header fields too large', 'expected at most 16 KiB')
  if (code === 'HPE_CHUNK_EXTENSIONS_OVERFLOW')
    return new Refusal('Payload too large', 'the chunk extensions are too long')
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT')
    return new Refusal('Request timeout', 'the request took too long to arrive')
  return badRequest(`expected a request of HTTP/1.1: ${reason ?? 'this is none'}`)
}

function answerError(error: unknown): Response {
  if (error instanceof RequestError)
    return refusedResponse(badRequest(`the URL or the Host header is wrong: ${error.message}`))
  // Node's own word for a client that has hung up. A sandbox answers everything by itself.
  if (!(error instanceof Error && error.message === 'aborted')) console.error(error)
  return refusedResponse(new Refusal('Internal', 'the server has failed, and has reported why'))
}

function refusedResponse(refusal: Refusal): Response {
  return secure(refusalResponse(refusal), { https: false })
}

/** The connection ends with it: whatever else is on its way is not waited for. */
function refused(refusal: Refusal) {
  const { status, headers } = refusedResponse(refusal)
  return {
    status,
    headers: { ...Object.fromEntries(headers), 'content-length': length(refusal), connection: 'close' },
  }
}

function end(socket: Duplex, refusal: Refusal): void {
  const { status, headers } = refused(refusal)
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`)
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${lines.join('')}\r\n${refusal.message}`)
}

function length({ message }: Refusal): number {
  return Buffer.byteLength(message)
}
