import { PGlite, type PGliteOptions, types } from '@electric-sql/pglite'
import { planByIndexesAlways } from './planning.ts'

/**
 * PGlite without timers, and without a question at its start. PostgreSQL asks to be woken 10 seconds after a statement, to count it in its statistics, which nobody reads.
 * PGlite has no option against it: a program or a test runner would wait for the timer before it ends, or report it as a leak.
 */
class UnobtrusivePglite extends PGlite {
  override execProtocolRawSync(message: Uint8Array): Uint8Array {
    return withoutTimers(() => super.execProtocolRawSync(message))
  }

  /** PGlite would ask for all types of arrays, which takes a tenth of its start. No table of the sandbox has one. */
  override async _initArrayTypes(): Promise<void> {
    return undefined
  }
}

/** Opens PGlite in memory, or in a directory. */
export async function openPglite(options: PGliteOptions): Promise<PGlite> {
  const pglite = new UnobtrusivePglite({
    parsers: { [types.TIMESTAMPTZ]: parseTime },
    startParams: [...PGlite.defaultStartParams, ...planByIndexesAlways],
    ...options,
  })
  await pglite.waitReady
  return pglite
}

/** PGlite leaves the text to `Date` as it is, which takes the year 0099 for 1999. In the form of ISO 8601 it is read as it says. */
function parseTime(text: string): Date {
  return new Date(text.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00'))
}

/** For as long as `run` takes, which nothing else can run meanwhile. */
function withoutTimers<Result>(run: () => Result): Result {
  const { setTimeout } = globalThis
  globalThis.setTimeout = Object.assign(() => noTimer, setTimeout)
  try {
    return run()
  } finally {
    globalThis.setTimeout = setTimeout
  }
}

/** What `clearTimeout` takes, and does nothing about (HTML Standard, timers). */
const noTimer = 0
