import { accountsOf } from '../send/accounts.ts'
import { type SendSettings, settingsFile } from '../send/settings.ts'
import type { Serve } from './site-app.ts'

/** Where a sandbox is behind the site. */
export interface BehindTheSite {
  /** The path that site and sandbox are below. Default: none. */
  readonly basePath?: string
  /** Whether the sandbox has its console, which can reset it. */
  readonly hasConsole: boolean
}

/** What pages read in place of the file of the same name: their requests go to the sandbox at `api`. */
export function servedSettings({
  basePath = '',
  hasConsole,
}: BehindTheSite): Readonly<Record<string, Serve>> {
  // The console is at the root. Behind a proxy that hands on a path alone, no page reaches it.
  const canReset = hasConsole && basePath === ''
  return {
    [`${basePath}/${settingsFile}`]: async () => {
      // Imported only now: a fresh clone has no generated sources before the build.
      const { exampleWorld } = await import('@windmill-user-api/sandbox')
      const settings: SendSettings = {
        sandbox: { kind: 'server', baseUrl: 'api', ...(canReset && { reset: 'sandbox/reset' }) },
        accounts: accountsOf(exampleWorld),
      }
      return Response.json(settings, { headers: { 'Cache-Control': 'no-cache' } })
    },
  }
}
