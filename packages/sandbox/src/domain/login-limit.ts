import type { Database } from '../database/schema.ts'
import {
  insertFailure,
  listFailures,
  lockLogins,
  purgeFailures,
  removeFailures,
} from '../store/login-failures.ts'
import { addMilliseconds } from './date-time.ts'
import { Refusal } from './refusal.ts'

const failuresAllowed = 10
const window = 15 * 60 * 1000

/**
 * Refuses a login whose e-mail, known or not, has failed ten times within fifteen minutes. A refused attempt is not counted:
 * the window passes, however often somebody tries.
 *
 * @returns How many failures count at this moment.
 * @throws {@link Refusal} `Too many requests`, with the seconds to wait.
 */
export async function refuseTooMany(database: Database, emailHash: string, now: Date): Promise<number> {
  const latest = { emailHash, since: startOfWindow(now), limit: failuresAllowed }
  const failures = await listFailures(database, latest)
  const oldest = failures.at(failuresAllowed - 1)
  if (!oldest) return failures.length
  const seconds = Math.max(1, Math.ceil((oldest.getTime() + window - now.getTime()) / 1000))
  throw new Refusal('Too many requests', `try to log in again in ${seconds} seconds`, { retryAfter: seconds })
}

/** Counts a failure, unless the limit was reached by attempts at the same time: then it refuses as `refuseTooMany`. */
export async function countFailure(database: Database, emailHash: string, now: Date): Promise<void> {
  await lockLogins(database, emailHash)
  await refuseTooMany(database, emailHash, now)
  await purgeFailures(database, startOfWindow(now))
  await insertFailure(database, emailHash, now)
}

/** Forgets the failures before a success, unless attempts at the same time have reached the limit. */
export async function countSuccess(database: Database, emailHash: string, now: Date): Promise<void> {
  await lockLogins(database, emailHash)
  if ((await refuseTooMany(database, emailHash, now)) > 0) await removeFailures(database, emailHash)
}

function startOfWindow(now: Date): Date {
  return addMilliseconds(now, -window)
}
