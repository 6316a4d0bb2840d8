/** Somebody's packages, as their user installs them. */
export interface Weighed {
  readonly name: string
  /** Packages with their exact versions; ours by their names without the scope, from the tarballs of this checkout. */
  readonly packages: Readonly<Record<string, string>> | readonly string[]
}

/** One of our packages, and what people use for the same. */
export interface Group {
  readonly ours: Weighed
  readonly peers: readonly Weighed[]
}

const peer = (name: string, packages: Readonly<Record<string, string>>): Weighed => ({ name, packages })
const ours = (name: string, ...packages: readonly string[]): Weighed => ({
  name,
  packages: [name, ...packages],
})

/** A package that needs another one of ours names it, as a user does. */
export const groups: readonly Group[] = [
  {
    ours: ours('client'),
    peers: [
      peer('openapi-fetch', { 'openapi-fetch': '0.17.0' }),
      peer('@hey-api/client-fetch', { '@hey-api/client-fetch': '0.13.1' }),
      peer('axios', { axios: '1.21.1' }),
      peer('windmill-client', { 'windmill-client': '1.818.0' }),
    ],
  },
  { ours: ours('types'), peers: [peer('openapi-typescript', { 'openapi-typescript': '7.13.0' })] },
  {
    ours: ours('react-query', 'client'),
    peers: [peer('openapi-react-query', { 'openapi-react-query': '0.5.4', 'openapi-fetch': '0.17.0' })],
  },
  {
    ours: ours('msw'),
    peers: [
      peer('msw', { msw: '3.0.5' }),
      peer('openapi-msw', { 'openapi-msw': '2.0.0' }),
      peer('@mswjs/source', { '@mswjs/source': '0.5.0' }),
    ],
  },
  {
    ours: ours('sandbox'),
    peers: [
      peer('@stoplight/prism-cli', { '@stoplight/prism-cli': '5.16.0' }),
      peer('json-server', { 'json-server': '0.17.4' }),
    ],
  },
  { ours: ours('contract-tests'), peers: [peer('dredd', { dredd: '14.1.0' })] },
  { ours: ours('docs'), peers: [peer('swagger-ui-dist', { 'swagger-ui-dist': '5.35.0' })] },
  { ours: ours('openapi'), peers: [] },
]
