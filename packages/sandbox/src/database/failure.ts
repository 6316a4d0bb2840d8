/** A database that the sandbox cannot start on. Its message says why, and what to do about it. */
export class DatabaseFailure extends Error {
  override readonly name = 'DatabaseFailure'
}

/** Why PostgreSQL does not let us in, by the code of the system or of PostgreSQL (its manual, appendix A). */
const explanations: Readonly<Record<string, (url: URL) => string>> = {
  ECONNREFUSED: ({ host }) => `no PostgreSQL answers at ${host}. Start it, or name another --database-url.`,
  ENOTFOUND: ({ hostname }) => `the host ${hostname} of the database is unknown. Correct --database-url.`,
  ETIMEDOUT: ({ host }) =>
    `the PostgreSQL at ${host} does not answer. Look whether a firewall is in between.`,
  '28P01': ({ host, username }) => `the PostgreSQL at ${host} refuses the password of ${username}.`,
  '28000': ({ host, username }) =>
    `the PostgreSQL at ${host} does not let ${username} in: see its pg_hba.conf.`,
  '3D000': ({ host, pathname }) =>
    `the PostgreSQL at ${host} has no database ${pathname.slice(1)}. Make it: createdb ${pathname.slice(1)}`,
  '42501': ({ username, pathname }) =>
    `${username} lacks the CREATE permission on the database ${pathname.slice(1)}. Grant it: ` +
    `grant create on database ${pathname.slice(1)} to ${username}`,
  '55P03': ({ host }) =>
    `somebody holds a lock on its tables in the PostgreSQL at ${host}. See who: select * from pg_stat_activity`,
  '57014': ({ host }) =>
    `the PostgreSQL at ${host} took too long, or was told to stop. See what it does: select * from pg_stat_activity`,
  '53300': ({ host }) => `the PostgreSQL at ${host} has no connection left. Raise its max_connections.`,
}

/** Says in words why a PostgreSQL cannot be used. It never repeats the password. */
export function explainPostgres(error: unknown, url: string): unknown {
  if (error instanceof DatabaseFailure) return error
  const explain = explanations[codeOf(error)]
  if (explain) return new DatabaseFailure(explain(new URL(url)), { cause: error })
  if (!isUnavailable(error)) return error
  const message = error instanceof Error ? error.message : String(error)
  return new DatabaseFailure(`the PostgreSQL at ${new URL(url).host} cannot be used: ${message}`, {
    cause: error,
  })
}

/** Why a directory cannot be used, by the code of the system, and by the number that PGlite has for it (WASI's `errno`). */
const directoryReasons: Readonly<Record<string, string>> = {
  EACCES: 'you may not write there. Choose another --data directory.',
  EEXIST: 'it is a file. Choose another --data directory.',
  ENOENT: 'the system allows no directory there. Choose another --data directory.',
  ENOSPC: 'the disk is full. A sandbox needs about 15 MB: make room, or choose another --data directory.',
  ENOTDIR: 'a part of its path is a file. Choose another --data directory.',
  EPERM: 'you may not write there. Choose another --data directory.',
  EROFS: 'its disk is read-only. Choose another --data directory.',
}

const codesOfWasi: Readonly<Record<number, string>> = {
  2: 'EACCES',
  44: 'ENOENT',
  51: 'ENOSPC',
  63: 'EPERM',
  69: 'EROFS',
}

/** Says in words why a directory cannot be made, filled or opened. */
export function explainDirectory(
  error: unknown,
  directory: string,
  verb: 'made' | 'filled' | 'opened',
): unknown {
  if (error instanceof DatabaseFailure) return error
  const reason = directoryReasons[codeOf(error)] ?? messageOf(error)
  return new DatabaseFailure(`the directory ${directory} cannot be ${verb}: ${reason}`, { cause: error })
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : 'PGlite does not say why.'
}

/** PostgreSQL's code for a prepared statement whose tables have changed since. */
export const stalePlan = '0A000'

const unavailable = [
  // the network
  /^E(CONNREFUSED|CONNRESET|NOTFOUND|AI_AGAIN|PIPE|TIMEDOUT|HOSTUNREACH|NETUNREACH)$/,
  // the disk
  /^ENOSPC$/,
  // PostgreSQL: connection lost, resources (disk, connections), shutting down or starting, waited too long, read-only
  /^(08|53)...$/,
  /^57(014|P0[1-5])$/,
  /^(40001|40P01|55P03|25006|25P03)$/,
  // a newer program has just changed the tables
  new RegExp(`^${stalePlan}$`),
]

const ofDatabase = new WeakSet<object>()

/**
 * Throws an error of a driver again, and remembers whose it is: the codes of the network say `ECONNRESET` of a client that has hung up,
 * too.
 */
export function blameDatabase(error: unknown): never {
  if (typeof error === 'object' && error !== null) ofDatabase.add(error)
  throw error
}

/** Whether it is the database, and neither the request nor the sandbox, that has failed: the same request may succeed later. */
export function isDatabaseAway(error: unknown): boolean {
  return typeof error === 'object' && error !== null && ofDatabase.has(error) && isUnavailable(error)
}

/** Whether the database has undone a transaction because it and another one waited for each other: the other one goes on. */
export function isDeadlock(error: unknown): boolean {
  return codeOf(error) === '40P01'
}

/** Whether an error of a database goes away by itself. */
export function isUnavailable(error: unknown): boolean {
  const code = codeOf(error)
  if (code !== '') return unavailable.some((pattern) => pattern.test(code))
  // The driver gives no code where it notices by itself that the connection is gone.
  return (
    error instanceof Error &&
    /^Connection terminated|^timeout exceeded|timeout$|not queryable$/.test(error.message)
  )
}

/** The code of the system or of PostgreSQL; empty where there is none. */
export function codeOf(error: unknown): string {
  if (typeof error !== 'object' || error === null) return ''
  // A file system of Emscripten throws objects that are no errors.
  if ('errno' in error && !('code' in error)) return codesOfWasi[Number(error.errno)] ?? ''
  return 'code' in error ? String(error.code) : ''
}
