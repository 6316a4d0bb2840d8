import { createConfig, lintFromString } from '@redocly/openapi-core'

/** What OpenAPI 3.1 allows and the lint does not know. */
const unknownToLint = [
  // `true` and `false` are schemas, wherever one stands (JSON Schema 2020-12, section 4.3.2).
  /\(object\) but got `boolean`$/,
  // A client certificate is a security scheme of type "mutualTLS" (OpenAPI 3.1.1, section 4.8.27).
  /: `type` can be one of the following only: "apiKey", "http", "oauth2", "openIdConnect"/,
  // A discriminator may name a schema instead of referring to it (OpenAPI 3.1.1, section 4.8.25.3).
  /\/discriminator\/mapping\/[^/]*: Can't resolve \$ref$/,
]

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
  return problems
    .map(({ message, location }) => `${location[0]?.pointer}: ${message}`)
    .filter((problem) => !unknownToLint.some((unknown) => unknown.test(problem)))
}
