import { isIP } from 'node:net'
import { servedSettings } from './served-settings.ts'
import { createSiteApp, type Serve } from './site-app.ts'

/** What to serve, and where. */
export interface DocsServerOptions {
  /** The folder of the built site. */
  readonly site: string
  /** 0 chooses a free one. */
  readonly port: number
  readonly host: string
  /** The path that everything is below, such as `/docs/v1`. Default: none. */
  readonly basePath?: string | undefined
  /** How people reach it, such as `https://docs.example.com`. Default: host and port. */
  readonly publicUrl?: string | undefined
  /** Further names in the `Host` header of requests. Default: none. */
  readonly allowHosts?: readonly string[] | undefined
  /** The folder that keeps what is written to the sandbox. Default: memory. */
  readonly data?: string | undefined
}

/** Docs that are served, with a sandbox behind them. */
export interface DocsServer {
  /** What is where: a label and a value each, for a person. */
  readonly places: readonly Place[]
  /** Answers what is in flight, listens no more, and closes the sandbox. */
  close(): Promise<void>
}

export type Place = readonly [label: string, value: string]

/**
 * Serves the site, and below it, at `api`, a sandbox that begins with the people of the documentation.
 *
 * @throws The system's error where the port cannot be had, or the error of the sandbox, which says what is wrong.
 */
export async function serveDocs(options: DocsServerOptions): Promise<DocsServer> {
  const { site, port, host, basePath = '', data, allowHosts = [] } = options
  // Imported only now: a fresh clone has no generated sources before the build, and help needs none of it.
  const { createSandbox, exampleWorld } = await import('@windmill-user-api/sandbox')
  const { serve } = await import('@windmill-user-api/sandbox/node')
  let answer: Serve = () => new Response('Unavailable: the sandbox is starting', { status: 503 })
  const hosts = options.publicUrl === undefined ? [] : [new URL(options.publicUrl).hostname]
  const server = await serve(
    { fetch: async (request) => answer(request) },
    { port, host, allowHosts: [...allowHosts, ...hosts] },
  )
  try {
    const publicUrl = options.publicUrl ?? server.url
    const hasConsole = isPrivate(options)
    const sandbox = await createSandbox({
      seed: exampleWorld,
      publicUrl,
      basePath: `${basePath}/api`,
      console: hasConsole,
      ...(data !== undefined && { data }),
    })
    // the sandbox, and its page beside all that is below the path
    const served = {
      [`${basePath}/api/*`]: sandbox.fetch,
      '/sandbox/*': sandbox.fetch,
      ...servedSettings({ basePath, hasConsole }),
    }
    const app = createSiteApp({ served, site, basePath })
    answer = (request) => app.fetch(request)
    return {
      places: [
        ['docs', `${publicUrl}${basePath}/`],
        ['sandbox', sandbox.url],
        ...(hasConsole ? [['console', `${publicUrl}/sandbox`] satisfies Place] : []),
        ['data', data ?? 'in memory, gone when this ends'],
        ...(sandbox.seeded ? exampleWorld.accounts.map(placeOf) : []),
      ],
      close: async () => {
        await server.close()
        await sandbox.close()
      },
    }
  } catch (error) {
    await server.close()
    throw error
  }
}

/** The page of the sandbox asks nobody to log in: it is for this machine alone, and for data that nobody keeps. */
function isPrivate({ host, data, publicUrl, allowHosts = [] }: DocsServerOptions): boolean {
  const isLoopback = host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'))
  return isLoopback && data === undefined && publicUrl === undefined && allowHosts.length === 0
}

interface Account {
  readonly email: string
  readonly password?: string
  readonly superAdmin?: boolean
}

function placeOf({ email, password, superAdmin }: Account): Place {
  return [superAdmin ? 'super admin' : 'user', `${email} / ${password}`]
}

/** The lines that show a list of places, with values below each other. */
export function aligned(places: readonly Place[]): readonly string[] {
  const width = Math.max(0, ...places.map(([label]) => label.length))
  return places.map(([label, value]) => `  ${label.padEnd(width)}  ${value}`)
}
