import { createSandbox } from '../create-node-sandbox.ts'
import type { Log } from '../ports.ts'
import type { Sandbox } from '../sandbox.ts'
import { exampleWorld } from '../seed/example-world.ts'
import { initialWorld } from '../seed/initial-world.ts'
import type { Seed } from '../seed/world.ts'
import { type Server, serve } from '../serve.ts'
import { monotonicNow } from '../timers.ts'
import type { CommandOptions } from './command-options.ts'
import { introduce } from './introduce.ts'
import { isPrivate } from './is-private.ts'
import { tellProgress } from './tell-progress.ts'

/** A sandbox that listens, and what to tell the person who started it. */
export interface Running {
  readonly url: string
  readonly introduction: string
  /** Finishes what is in flight, stops listening and closes the database. */
  stop(): Promise<void>
}

const worlds: Readonly<Record<string, Seed>> = { initial: initialWorld, example: exampleWorld }

/**
 * Reads its files, so that a wrong one leaves everything as it is. Then it listens, so that a taken port is told at once, and
 * starts the sandbox.
 *
 * @param log - Told of each answered request.
 * @param tell - Told, in lines, of what takes long.
 */
export async function run(
  options: CommandOptions,
  log: Log,
  tell: (text: string) => void = () => undefined,
): Promise<Running> {
  const files = await readFiles(options)
  const hasConsole = options.console ?? isPrivate(options)
  let answer: Sandbox['fetch'] = async () => starting()
  const server = await serve(
    { fetch: (request) => answer(request) },
    { port: options.port, host: options.host, allowHosts: hostsOf(options) },
  )
  try {
    const sandbox = await createSandbox({
      ...sandboxOptions(options, server),
      ...files,
      log,
      console: hasConsole,
      onProgress: tellProgress(monotonicNow, options.quiet ? () => undefined : tell),
    })
    answer = sandbox.fetch
    const stopWatching = options.watch ? await watch(options, sandbox, tell) : () => undefined
    return {
      url: server.url,
      introduction: introduce(options, { ...files, url: server.url, seeded: sandbox.seeded, hasConsole }),
      stop: async () => {
        stopWatching()
        await server.close()
        await sandbox.close()
      },
    }
  } catch (error) {
    await server.close()
    throw error
  }
}

/** What reads a file is loaded for a file alone: it takes longer than a world that is known. */
async function readFiles({ seed, oauthClients }: CommandOptions) {
  const world = worlds[seed] ?? (await import('../seed/read-seed-file.ts')).readSeedFile(seed)
  if (oauthClients === undefined) return { seed: await world, oauthClients: {} }
  const { readOauthClientsFile } = await import('../oauth/read-oauth-clients-file.ts')
  return { seed: await world, oauthClients: await readOauthClientsFile(oauthClients) }
}

function hostsOf({ allowHost = [], publicUrl }: CommandOptions): string[] {
  return publicUrl === undefined ? [...allowHost] : [...allowHost, new URL(publicUrl).hostname]
}

async function watch({ seed }: CommandOptions, sandbox: Sandbox, tell: (text: string) => void) {
  const { watchSeed } = await import('./watch-seed.ts')
  return watchSeed(seed, sandbox, tell)
}

function starting(): Response {
  const headers = { 'Content-Type': 'text/plain; charset=utf-8', 'Retry-After': '1' }
  return new Response('Unavailable: the sandbox is starting', { status: 503, headers })
}

function sandboxOptions(
  { data, databaseUrl, shareDatabase, publicUrl, allowOrigin, checkResponses, ...options }: CommandOptions,
  { url }: Server,
) {
  const { latency, fail, failSeed } = options
  return {
    disturb: { ...(latency && { latency }), ...(fail !== undefined && { failures: fail }), seed: failSeed },
    publicUrl: publicUrl ?? url,
    checkResponses,
    ...(allowOrigin && { allowOrigins: allowOrigin }),
    ...(data !== undefined && { data }),
    ...(databaseUrl !== undefined && { databaseUrl }),
    ...(shareDatabase !== undefined && { shareDatabase }),
  }
}
