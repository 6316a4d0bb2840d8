import { createSandbox, type Sandbox } from '@windmill-user-api/sandbox'
import { serve } from '@windmill-user-api/sandbox/node'

/** A sandbox behind a port, for a command in a process of its own. */
export interface ServedSandbox {
  readonly baseUrl: string
  close(): Promise<void>
}

/** Serves a new one. The login at its own provider leads to the sandbox, so that it has to know where it is. */
export async function serveSandbox(): Promise<ServedSandbox> {
  let sandbox: Sandbox
  const server = await serve({ fetch: (request) => sandbox.fetch(request) })
  sandbox = await createSandbox({ publicUrl: server.url })
  return {
    baseUrl: `${server.url}/api`,
    async close() {
      await server.close()
      await sandbox.close()
    },
  }
}
