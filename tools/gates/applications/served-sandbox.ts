import { createSandbox, exampleWorld } from '@windmill-user-api/sandbox'
import { serve } from '@windmill-user-api/sandbox/node'

/** The API that applications call, over HTTP. */
export interface ServedSandbox extends AsyncDisposable {
  /** Such as `http://localhost:8000`. The API is below `/api`. */
  readonly origin: string
  /** Forgets what an application has written. */
  reset(): Promise<void>
}

/** Serves a sandbox with the people of the examples, also to pages of other origins. */
export async function serveSandbox(): Promise<ServedSandbox> {
  const sandbox = await createSandbox({ seed: exampleWorld, allowOrigins: ['*'] })
  const server = await serve(sandbox)
  return {
    origin: server.url,
    reset: sandbox.reset,
    async [Symbol.asyncDispose]() {
      await server.close()
      await sandbox.close()
    },
  }
}
