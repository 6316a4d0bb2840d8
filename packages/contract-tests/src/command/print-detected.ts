import { SetupProblem } from '../errors.ts'
import { type DetectOptions, detectOperations } from '../run/detect.ts'
import type { Terminal } from './terminal.ts'

/** Prints a configuration with the operations that a server has, as YAML. */
export async function printDetected(
  options: DetectOptions,
  { out, err, signal }: Pick<Terminal, 'out' | 'err' | 'signal'>,
): Promise<number> {
  const { baseUrl, implemented, unclear, calls } = await detectOperations({ ...options, signal })
  if (implemented.length === 0 && unclear.length === 0)
    throw new SetupProblem(
      `No operation of the API was found at ${baseUrl}. Expected the base URL of the API, which often ends with "/api".`,
    )
  const lines = [
    `# The operations that --detect found at ${baseUrl}, without credentials. Correct the list where it is wrong.`,
    `baseUrl: ${JSON.stringify(baseUrl)}`,
    `implements:${implemented.length === 0 ? ' []' : ''}`,
    ...implemented.map((id) => `  - ${id}`),
    ...unclear.map(({ operation, reason }) => `  # - ${operation} # ${reason}`),
  ]
  out.write(`${lines.join('\n')}\n`)
  err.write(`${implemented.length} operations found, ${unclear.length} unclear, in ${calls} calls\n`)
  return 0
}
