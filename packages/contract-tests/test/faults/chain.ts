import { readCall, toRequest } from './proxy/call.ts'
import type { Serve, Server } from './proxy/server.ts'

/** One after the other: each takes the one before it for the server. */
export function chain(serves: readonly Serve[]): Serve {
  return (call, server) => {
    const send = serves.reduce<Server['send']>(
      (behind, serve) => async (passed, changes) =>
        serve(changes ? await readCall(toRequest(passed, changes)) : passed, { ...server, send: behind }),
      server.send,
    )
    return send(call)
  }
}
