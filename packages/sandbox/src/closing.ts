import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import { monotonicNow, repeatedly } from './timers.ts'

/** Servers that can be closed together. */
export interface Closing {
  /** Keeps an eye on what a server answers. */
  watch(server: Server): Server
  /** Waits for what is being answered, and for nothing else. */
  close(server: Server): Promise<void>
}

const millisecondsBetweenLooks = 20

/**
 * Node closes a server when its last connection ends, and looks no more whether a client keeps its limits of time. Without help, a connection
 * that a browser has opened ahead, or half a request, would keep the server for ever.
 *
 * @param requestTimeout - How long a request that has begun to come may still take, in milliseconds; 0 is no limit.
 */
export function trackAnswers(requestTimeout: number): Closing {
  const begun = new Map<ServerResponse, IncomingMessage>()
  const isAnswering = (mayStillCome: boolean) =>
    [...begun.values()].some(({ complete }) => complete || mayStillCome)

  return {
    watch: (server) =>
      server.on('request', (incoming, outgoing) => {
        begun.set(outgoing, incoming)
        outgoing.once('close', () => begun.delete(outgoing))
      }),
    async close(server) {
      const since = monotonicNow()
      const closeOthers = () => {
        const mayStillCome = requestTimeout === 0 || monotonicNow() - since < requestTimeout
        // neither of both is in every runtime
        if (isAnswering(mayStillCome)) server.closeIdleConnections?.()
        else server.closeAllConnections?.()
      }
      const stopLooking = repeatedly(millisecondsBetweenLooks, closeOthers)
      await new Promise<void>((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()))
        closeOthers()
      }).finally(stopLooking)
    },
  }
}
