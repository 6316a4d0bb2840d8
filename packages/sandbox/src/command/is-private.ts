import type { CommandOptions } from './command-options.ts'

/** Whether nobody but this machine uses a sandbox, and loses nothing by it: then it has its console unasked. */
export function isPrivate({ host, allowHost, publicUrl, data, databaseUrl }: CommandOptions): boolean {
  const isLoopback = host === 'localhost' || host === '::1' || /^127(?:\.\d+){3}$/.test(host)
  return isLoopback && [allowHost, publicUrl, data, databaseUrl].every((option) => option === undefined)
}
