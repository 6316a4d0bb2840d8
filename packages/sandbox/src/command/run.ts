import { createSandbox } from '../create-node-sandbox.ts'
import type { Log } from '../ports.ts'
import type { Sandbox } from '../sandbox.ts'
import { exampleWorld } from '../seed/example-world.ts'
import { initialWorld } from '../seed/initial-world.ts'
import { readSeedFile } from '../seed/read-seed-file.ts'
import type { Seed } from '../seed/world.ts'
import { type Server, serve } from '../serve.ts'
import type { CommandOptions } from './options.ts'

/** A sandbox that listens, and what to tell the person who started it. */
export interface Running {
  readonly url: string
  readonly introduction: string
  /** Finishes what is in flight, stops listening and closes the database. */
  stop(): Promise<void>
}

const worlds: Readonly<Record<string, Seed>> = { initial: initialWorld, example: exampleWorld }

/** How many accounts it tells of a large seed. */
const mostAccounts = 5

/**
 * Reads the seed, so that a wrong one leaves everything as it is. Then it listens, so that a taken port is told at once; then it starts the sandbox.
 *
 * @param log - Told of each answered request.
 */
export async function run(options: CommandOptions, log: Log): Promise<Running> {
  const seed = worlds[options.seed] ?? (await readSeedFile(options.seed))
  let answer: Sandbox['fetch'] = async () => starting()
  const server = await serve({ fetch: (request) => answer(request) }, options)
  try {
    const sandbox = await createSandbox({ ...sandboxOptions(options, server), seed, log })
    answer = sandbox.fetch
    return {
      url: server.url,
      introduction: introduce(options, server, sandbox.seeded ? accountsOf(seed) : [keptAccounts]),
      stop: async () => {
        await server.close()
        await sandbox.close()
      },
    }
  } catch (error) {
    await server.close()
    throw error
  }
}

function starting(): Response {
  const headers = { 'Content-Type': 'text/plain; charset=utf-8', 'Retry-After': '1' }
  return new Response('Unavailable: the sandbox is starting', { status: 503, headers })
}

function sandboxOptions({ data, databaseUrl, publicUrl, checkResponses }: CommandOptions, { url }: Server) {
  return {
    publicUrl: publicUrl ?? url,
    checkResponses,
    ...(data !== undefined && { data }),
    ...(databaseUrl !== undefined && { databaseUrl }),
  }
}

function accountsOf({ accounts }: Seed): string[] {
  const told = accounts.slice(0, mostAccounts).map(({ email, password }) => `${email} / ${password}`)
  const more = accounts.length - told.length
  return more === 0 ? told : [...told, `and ${more} more of the seed`]
}

const keptAccounts = 'those that the database holds already: the seed is for an empty one'

function introduce(
  { data, databaseUrl, publicUrl }: CommandOptions,
  { url }: Server,
  accounts: readonly string[],
): string {
  const where = databaseUrl === undefined ? data : withoutPassword(databaseUrl)
  return [
    "The sandbox of Windmill's user API is running.",
    '',
    `  URL       ${publicUrl ?? url}/api`,
    ...accounts.map((account, index) => `  ${index === 0 ? 'accounts' : '        '}  ${account}`),
    `  data      ${where ?? 'in memory: gone when it stops'}`,
    '',
    'Ctrl-C stops it.',
    '',
  ].join('\n')
}

function withoutPassword(databaseUrl: string): string {
  const { protocol, host, pathname } = new URL(databaseUrl)
  return `${protocol}//${host}${pathname}`
}
