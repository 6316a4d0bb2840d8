/** A turn that one tab of an origin has at a time. */
export interface Turn {
  /** Lets the next tab have it, or stops waiting for it. */
  end(): void
}

/**
 * Calls `begin` when it is this tab's turn. Resolves when `begin` is done, or at once where another tab has the turn; then `begin`
 * is called when that tab ends it or is closed, however that happens.
 *
 * @throws What `begin` throws, if it is this tab's turn at once.
 */
export async function takeTurn(key: string, begin: () => Promise<void>): Promise<Turn> {
  const waiting = new AbortController()
  let end: () => void = () => undefined
  const ended = new Promise<void>((resolve) => {
    end = resolve
  })
  const turn: Turn = {
    end() {
      waiting.abort()
      end()
    },
  }
  await new Promise<void>((resolve, reject) => {
    const tryNow = async (lock: Lock | null) => {
      if (!lock) return resolve()
      await begin().then(resolve, (error: unknown) => {
        end()
        reject(error)
      })
      await ended
    }
    navigator.locks.request(key, { ifAvailable: true }, tryNow).then(() => {
      const wait = navigator.locks.request(key, { signal: waiting.signal }, async () => {
        await begin()
        await ended
      })
      // It was not waited for any longer, or could not begin: then the next tab has its turn.
      wait.catch(() => undefined)
    }, reject)
  })
  return turn
}
