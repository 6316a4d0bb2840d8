import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { codeOf } from './database/failure.ts'

/** `localhost` is both (RFC 6761, section 6.3), and programs differ in which they try: a server answers at either. */
const addressesOf: Readonly<Record<string, readonly string[]>> = { localhost: ['127.0.0.1', '::1'] }

/** A machine may have only one of both. */
const missingAddress = ['EADDRNOTAVAIL', 'EAFNOSUPPORT']

/** How often it looks for a port that is free at both addresses. */
const attempts = 10

/** Servers that listen on one port. */
export interface Listening {
  readonly servers: readonly Server[]
  readonly port: number
}

/**
 * Listens on a port, at all addresses of a host.
 *
 * @param create - Makes a server: each listens at one address.
 * @param close - Closes those that listen already where a further one cannot.
 * @throws The system's error, such as one with the `code` `EADDRINUSE` where the port is taken.
 */
export async function listen(
  create: () => Server,
  close: (server: Server) => Promise<void>,
  { port, host }: { readonly port: number; readonly host: string },
  left = attempts,
): Promise<Listening> {
  const servers: Server[] = []
  let chosen = port
  try {
    for (const address of addressesOf[host] ?? [host]) {
      const server = create()
      const found = await listenAt(server, chosen, address).catch((error: unknown) => {
        if (host in addressesOf && missingAddress.includes(codeOf(error))) return undefined
        throw error
      })
      if (found === undefined) continue
      servers.push(server)
      chosen = found
    }
  } catch (error) {
    await Promise.all(servers.map(close))
    // A port that is free at one address may be taken at the other.
    if (port === 0 && left > 1 && codeOf(error) === 'EADDRINUSE')
      return listen(create, close, { port, host }, left - 1)
    throw error
  }
  if (servers.length > 0) return { servers, port: chosen }
  throw Object.assign(new Error(`${host} is not an address of this machine`), { code: 'EADDRNOTAVAIL' })
}

function listenAt(server: Server, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    // A server that listens on a port, not on a pipe, has an address of this form.
    server.listen(port, host, () => resolve((server.address() as AddressInfo).port))
  })
}
