/** A client of the table. */
export interface Competitor {
  /** Its folder in `contenders/`. */
  readonly folder: string
  /** The package that its version stands for. */
  readonly package?: string
  /** Whether it makes a call again and ends it in time: what it costs is to be held against its equals. */
  readonly isPersistent?: true
  /** How it is made from the document, where it is: a command in the folder of the work, of what is installed. */
  readonly generate?: (document: string, baseUrl: string) => readonly string[]
}

/** The document's own contenders, in the order of the table. */
export const competitors: readonly Competitor[] = [
  { folder: 'ours', isPersistent: true },
  {
    folder: 'openapi-fetch',
    package: 'openapi-fetch',
    generate: (document) => ['openapi-typescript', document, '-o', 'generated/openapi-fetch/schema.ts'],
  },
  {
    folder: 'hey-api',
    package: '@hey-api/openapi-ts',
    generate: (document) => [
      'openapi-ts',
      '-i',
      document,
      '-o',
      'generated/hey-api',
      '-c',
      '@hey-api/client-fetch',
    ],
  },
  {
    folder: 'orval',
    package: 'orval',
    generate: () => ['orval', '--config', 'orval.config.mjs'],
  },
  {
    folder: 'redocly',
    package: '@redocly/cli',
    isPersistent: true,
    generate: (document, baseUrl) => [
      'redocly',
      'generate-client',
      document,
      '--output',
      'generated/redocly/client.ts',
      '--server-url',
      baseUrl,
    ],
  },
  { folder: 'windmill-client', package: 'windmill-client' },
  { folder: 'openai', package: 'openai', isPersistent: true },
]
