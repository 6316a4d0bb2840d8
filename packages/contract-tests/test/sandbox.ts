import { createSandbox, type Sandbox } from '@windmill-user-api/sandbox'

/** Where a sandbox in process believes to be: no port is open there. */
export const baseUrl = 'http://localhost:8000/api'

/** The super admin of a fresh sandbox. */
export const admin = { email: 'admin@windmill.dev', password: 'changeme' }

let shared: Promise<Sandbox> | undefined

/** One sandbox for all tests of a worker. A run leaves nothing behind, so that they do not disturb each other. */
export function sharedSandbox(): Promise<Sandbox> {
  shared ??= createSandbox({ checkResponses: true })
  return shared
}
