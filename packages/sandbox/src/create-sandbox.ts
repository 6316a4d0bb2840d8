import { refuseWrongOptions } from './configuration/refuse-wrong-options.ts'
import { openDirectory } from './database/directory.ts'
import { openMemory } from './database/memory.ts'
import { type Sandbox, type SandboxOptions, sandboxOptionRules, startSandbox } from './sandbox.ts'

/**
 * Starts a sandbox.
 *
 * @throws ConfigurationFailure where the seed is wrong, TypeError where another option is; nothing has been written then.
 * @example
 * ```ts
 * const sandbox = await createSandbox()
 * const response = await sandbox.fetch(
 *   new Request('http://localhost:8000/api/auth/login', {
 *     method: 'POST',
 *     headers: { 'Content-Type': 'application/json' },
 *     body: JSON.stringify({ email: 'admin@windmill.dev', password: 'changeme' }),
 *   }),
 * )
 * const token = await response.text()
 * await sandbox.close()
 * ```
 */
export async function createSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  refuseWrongOptions('createSandbox', options, sandboxOptionRules)
  const { data, ...others } = options
  return startSandbox(() => (data === undefined ? openMemory() : openDirectory(data)), others)
}
