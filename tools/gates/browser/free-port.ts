import { once } from 'node:events'
import { createServer } from 'node:net'

/** A port that nobody listens on now. Ask for it right before it is taken. */
export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, 'localhost')
  await once(probe, 'listening')
  const address = probe.address()
  probe.close()
  await once(probe, 'close')
  if (typeof address === 'object' && address) return address.port
  throw new TypeError('expected a server on a port to have an address')
}
