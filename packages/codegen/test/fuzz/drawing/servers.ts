import type { Random } from './random.ts'

/** Servers of an operation, with what a call chooses of them and the URL that comes of it. */
export interface DrawnServers {
  readonly source: readonly object[]
  /** Relative to the base URL of the client where it has no scheme. */
  readonly url: string
  /** What the call says; `undefined` where it says nothing. */
  readonly chosen: unknown
}

const region = { default: 'eu', enum: ['eu', 'us'], description: 'Where.' }
const templated = {
  url: 'https://{region}.drawn.example:{port}/{base}',
  variables: { region, port: { default: '8443' }, base: { default: 'v1' } },
}

export function drawServers(random: Random): DrawnServers {
  const source = random.oneOf<readonly object[]>([
    [{ url: 'https://one.drawn.example/v2/' }],
    [{ url: '/relative' }, templated],
    [templated, { url: 'https://two.drawn.example' }],
  ])
  const isTemplated = source[0] === templated
  const own = { url: 'http://localhost:9000/own', chosen: 'http://localhost:9000/own' }
  const first = isTemplated
    ? { url: 'https://eu.drawn.example:8443/v1', chosen: undefined }
    : { url: (source[0] as { url: string }).url, chosen: undefined }
  const filled = {
    url: 'https://us.drawn.example:99/v1',
    chosen: { variables: { region: 'us', port: '99' } },
  }
  return { source, ...random.oneOf([first, first, own, ...(isTemplated ? [filled] : [])]) }
}
