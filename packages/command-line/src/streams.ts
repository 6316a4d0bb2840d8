import { type Environment, readText } from './environment.ts'

/** What the system says of a reader that has gone: `head` that has seen enough, a terminal that was closed. */
const gone = ['EPIPE', 'EIO', 'ERR_STREAM_DESTROYED']

interface Stream {
  on(event: 'error', listener: (error: NodeJS.ErrnoException) => void): unknown
}

/** Lets a process live on when nobody reads what it writes any more. */
export function keepGoingWithoutReaders(...streams: readonly Stream[]): void {
  for (const stream of streams)
    stream.on('error', (error) => {
      if (!gone.includes(error.code ?? '')) throw error
    })
}

/** Whether a stream obeys colours and can be written over: `TERM=dumb` says that it cannot. */
export function isCapable({ isTTY }: { readonly isTTY?: boolean }, environment: Environment): boolean {
  return isTTY === true && readText(environment, 'TERM') !== 'dumb'
}
