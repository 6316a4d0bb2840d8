import { createConfig, lintFromString } from '@redocly/openapi-core'

/** What another reader of OpenAPI finds wrong with a document. */
export async function problemsOfDocument(document: object): Promise<string[]> {
  const rules = {
    struct: 'error',
    'no-unresolved-refs': 'error',
    'operation-operationId-unique': 'error',
    'operation-parameters-unique': 'error',
    'path-parameters-defined': 'error',
    'path-declaration-must-exist': 'error',
    'no-identical-paths': 'error',
  } as const
  const config = await createConfig({ rules })
  const problems = await lintFromString({
    source: JSON.stringify(document),
    absoluteRef: '/drawn.json',
    config,
  })
  // `true` and `false` are schemas in 3.1, wherever one stands (JSON Schema 2020-12, section 4.3.2).
  const real = problems.filter(({ message }) => !message.endsWith('(object) but got `boolean`'))
  return real.map(({ message, location }) => `${location[0]?.pointer}: ${message}`)
}
