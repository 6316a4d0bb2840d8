import { parseText } from '../configuration/parse-text.ts'
import { readText } from '../configuration/read-text.ts'
import { checkOauthClients } from './check.ts'
import type { OauthClientsOptions } from './configuration.ts'

/**
 * Reads OAuth clients from a file of YAML or JSON. `@windmill-user-api/sandbox/oauth-clients.schema.json` describes it.
 *
 * @throws ConfigurationFailure that names everything that is wrong with it, by line and column, and never a secret.
 * @example
 * ```ts
 * import { createSandbox, readOauthClientsFile } from '@windmill-user-api/sandbox/node'
 *
 * const sandbox = await createSandbox({ oauthClients: await readOauthClientsFile('oauth-clients.yaml') })
 * ```
 */
export async function readOauthClientsFile(file: string): Promise<OauthClientsOptions> {
  const { value, failure } = parseText(await readText(file, 'The file of OAuth clients'), file)
  const problems = checkOauthClients(value)
  if (problems.length > 0) throw failure(problems)
  const { clients } = value as { readonly clients: OauthClientsOptions } // checked above
  return clients
}
