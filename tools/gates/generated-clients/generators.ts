/** A generator of clients that people use with the published document. */
export interface Generator {
  /** Also the name of its program in `programs/`, and of the folder in `generated/`. */
  readonly name: string
  /** The package that its version stands for. */
  readonly package: string
  /** What it is called with, after `node`, in a folder that holds `openapi.json`. */
  readonly command: readonly string[]
}

/** Written into what orval generates, which takes no base URL later. */
export const orvalConfiguration = (baseUrl: string): string => {
  const output = { target: 'generated/orval/index.ts', client: 'fetch', mode: 'single', baseUrl }
  return `export default ${JSON.stringify({ user: { input: 'openapi.json', output } })}\n`
}

export const generators: readonly Generator[] = [
  {
    name: 'hey-api',
    package: '@hey-api/openapi-ts',
    command: ['openapi-ts', '-i', 'openapi.json', '-o', 'generated/hey-api', '-c', '@hey-api/client-fetch'],
  },
  { name: 'orval', package: 'orval', command: ['orval', '--config', 'orval.config.mjs'] },
  {
    name: 'swagger-typescript-api',
    package: 'swagger-typescript-api',
    command: [
      ...['swagger-typescript-api', 'generate', '-p', 'openapi.json'],
      ...['-o', 'generated/swagger-typescript-api', '-n', 'client.ts'],
    ],
  },
  {
    name: 'openapi-typescript-codegen',
    package: 'openapi-typescript-codegen',
    // Its command is called `openapi`, as one of Redocly's is.
    command: [
      ...['../openapi-typescript-codegen/bin/index.js', '--input', 'openapi.json'],
      ...['--output', 'generated/openapi-typescript-codegen'],
    ],
  },
  {
    name: 'redocly',
    package: '@redocly/cli',
    command: ['redocly', 'generate-client', 'openapi.json', '--output', 'generated/redocly/client.ts'],
  },
]
