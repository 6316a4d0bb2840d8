import { connect } from 'node:net'
import { encode, type RawRequest } from './request.ts'

/** What came back. */
export type Outcome =
  | { readonly kind: 'answered'; readonly status: number; readonly text: string }
  /** The connection was closed without a word. */
  | { readonly kind: 'closed' }
  /** Nothing came for too long. */
  | { readonly kind: 'hung' }

const patience = 10_000

/** Sends the bytes of a request on a connection of its own. */
export function send(port: number, request: RawRequest): Promise<Outcome> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1')
    const chunks: Buffer[] = []
    const timer = setTimeout(() => {
      resolve({ kind: 'hung' })
      socket.destroy()
    }, patience)
    socket.on('data', (chunk) => chunks.push(chunk))
    // The server may end the connection while the rest of a request is on its way: what it said counts.
    socket.on('error', () => undefined)
    socket.on('close', () => {
      clearTimeout(timer)
      resolve(outcomeOf(Buffer.concat(chunks).toString('latin1')))
    })
    socket.write(encode(request))
    // Who sends half a request and waits is a matter of the server's timeouts, which have tests of their own.
    if (request.damage !== undefined) socket.end()
  })
}

function outcomeOf(text: string): Outcome {
  const final = text.replace(/^HTTP\/1\.1 100 .*\r\n\r\n/, '')
  const status = /^HTTP\/1\.1 (\d{3})/.exec(final)?.[1]
  return status === undefined ? { kind: 'closed' } : { kind: 'answered', status: Number(status), text: final }
}
