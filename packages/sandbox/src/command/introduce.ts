import { consolePath } from '../console/console.ts'
import type { OauthClientsOptions } from '../oauth/configuration.ts'
import { providerPath } from '../oauth/provider-client.ts'
import type { Seed } from '../seed/world.ts'
import type { CommandOptions } from './command-options.ts'

/** What has been started. */
export interface Started {
  /** Where it listens. */
  readonly url: string
  readonly seed: Seed
  /** Whether it began with the seed. */
  readonly seeded: boolean
  readonly oauthClients: OauthClientsOptions
  readonly hasConsole: boolean
}

/** How many accounts it tells of a large seed. */
const mostAccounts = 5

/** What the person who started it wants to know. It tells passwords of the seed, and no other secret. */
export function introduce({ data, databaseUrl, publicUrl }: CommandOptions, started: Started): string {
  const origin = publicUrl ?? started.url
  const url = `${origin}/api`
  const where = databaseUrl === undefined ? data : withoutPassword(databaseUrl)
  return [
    "The sandbox of Windmill's user API is running.",
    '',
    `  URL       ${url}`,
    ...titled('console', started.hasConsole ? [`${origin}${consolePath}`] : []),
    ...titled('accounts', started.seeded ? accountsOf(started.seed) : [keptAccounts]),
    `  data      ${where ?? 'in memory: gone when it stops'}`,
    ...titled('OAuth', clientsOf(started.oauthClients, url)),
    '',
    'Ctrl-C stops it.',
    '',
  ].join('\n')
}

function titled(title: string, lines: readonly string[]): string[] {
  return lines.map((line, index) => `  ${(index === 0 ? title : '').padEnd(8)}  ${line}`)
}

function accountsOf({ accounts }: Seed): string[] {
  const told = accounts
    .slice(0, mostAccounts)
    .map(({ email, password = '(its hash is in the seed)' }) => `${email} / ${password}`)
  const more = accounts.length - told.length
  return more === 0 ? told : [...told, `and ${more} more of the seed`]
}

const keptAccounts = 'those that the database holds already: the seed is for an empty one'

/** A provider lets the browser go back to no address that it has not been told of. */
function clientsOf(clients: OauthClientsOptions, url: string): string[] {
  return Object.entries(clients).map(
    ([name, { redirectUri = `${url}${providerPath}/callback/${name}` }]) =>
      `${name}, which is to know the redirect URI ${redirectUri}`,
  )
}

function withoutPassword(databaseUrl: string): string {
  const { protocol, host, pathname } = new URL(databaseUrl)
  return `${protocol}//${host}${pathname}`
}
