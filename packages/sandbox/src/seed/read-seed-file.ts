import { parseText } from '../configuration/parse-text.ts'
import { readText } from '../configuration/read-text.ts'
import { checkSeed } from './check.ts'
import type { Seed } from './world.ts'

/**
 * Reads a seed from a file of YAML or JSON. `@windmill-user-api/sandbox/seed.schema.json` describes it.
 *
 * @param now - What the expiration of a token must come after. Default: now.
 * @throws ConfigurationFailure that names everything that is wrong with it, by line and column.
 * @example
 * ```ts
 * import { createSandbox, readSeedFile } from '@windmill-user-api/sandbox/node'
 *
 * const sandbox = await createSandbox({ seed: await readSeedFile('world.yaml') })
 * ```
 */
export async function readSeedFile(file: string, now: Date = new Date()): Promise<Seed> {
  const { value, failure } = parseText(await readText(file, 'The seed'), file)
  const problems = checkSeed(value, now)
  if (problems.length > 0) throw failure(problems)
  return value as Seed // checked above
}
