import { PGlite, type PGliteOptions } from '@electric-sql/pglite'

/**
 * PGlite that keeps no process alive. PostgreSQL asks to be woken 10 seconds after a statement, to count it in its statistics, and
 * PGlite has no option against the timer: a program or a test runner would wait for it before it ends.
 */
class UnobtrusivePglite extends PGlite {
  override execProtocolRawSync(message: Uint8Array): Uint8Array {
    return withUnreferencedTimers(() => super.execProtocolRawSync(message))
  }
}

/** Opens PGlite in memory, or in a directory. */
export async function openPglite(options: PGliteOptions): Promise<PGlite> {
  const pglite = new UnobtrusivePglite(options)
  await pglite.waitReady
  return pglite
}

/** What `setTimeout` returns: an object in Node and Bun, a number elsewhere. */
type Timer = number | { unref(): unknown }

/** Lets the process end although the timer still runs. In a page no timer keeps anything alive. */
export function unreference(timer: Timer): void {
  if (typeof timer === 'object') timer.unref()
}

/** For as long as `run` takes, which nothing else can run meanwhile. */
function withUnreferencedTimers<Result>(run: () => Result): Result {
  const { setTimeout } = globalThis
  const unreferenced = (...parameters: Parameters<typeof setTimeout>) => {
    const timer = setTimeout(...parameters)
    unreference(timer)
    return timer
  }
  globalThis.setTimeout = Object.assign(unreferenced, setTimeout)
  try {
    return run()
  } finally {
    globalThis.setTimeout = setTimeout
  }
}
