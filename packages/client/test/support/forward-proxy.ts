import { createServer, request as send } from 'node:http'
import { connect } from 'node:net'
import { listening } from './ports.ts'

/** A forward proxy as companies have them. */
export interface ForwardProxy {
  readonly url: string
  /** What it was asked for, the newest last: `CONNECT host:port` or `GET http://…`. */
  readonly asked: string[]
  close(): void
}

/** Passes on requests with an absolute URL (RFC 9112, section 3.2.2), and opens tunnels (RFC 9110, section 9.3.6). */
export async function startForwardProxy(): Promise<ForwardProxy> {
  const asked: string[] = []
  const server = createServer((request, response) => {
    const { method = '', url = '', headers } = request
    asked.push(`${method} ${url}`)
    const passedOn = send(url, { method, headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers)
      answer.pipe(response)
    })
    passedOn.on('error', () => response.writeHead(502).end())
    request.pipe(passedOn)
  })
  server.on('connect', ({ url = '' }, socket, head) => {
    asked.push(`CONNECT ${url}`)
    const { hostname, port } = new URL(`http://${url}`)
    const upstream = connect(Number(port), hostname, () => {
      socket.write('HTTP/1.1 200 Connection Established\r\n\r\n')
      upstream.write(head)
      upstream.pipe(socket).pipe(upstream)
    })
    for (const side of [upstream, socket]) side.on('error', () => upstream.destroy())
  })
  const port = await listening(server)
  const close = () => {
    server.closeAllConnections()
    server.close()
  }
  return { url: `http://127.0.0.1:${port}`, asked, close }
}
