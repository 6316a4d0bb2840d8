import { createSandbox, exampleWorld } from '@windmill-user-api/sandbox'
import { serve } from '@windmill-user-api/sandbox/node'

/** Starts a sandbox once for all test files, which read its URL from the environment. */
export default async function startSandbox() {
  const sandbox = await createSandbox({ seed: exampleWorld })
  const server = await serve(sandbox)
  process.env.SANDBOX_URL = `${server.url}/api`
  globalThis.stopSandbox = async () => {
    await server.close()
    await sandbox.close()
  }
}
