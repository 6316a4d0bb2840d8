/** The names that a sample uses and no OpenAPI document has: what to import, and where the credentials come from. */
export const clientPackage = {
  name: '@windmill-user-api/client',
  factory: 'createUserApi',
  reactQuery: '@windmill-user-api/react-query',
  /** Holds the bearer token (or the value of an API key) when a sample runs. */
  tokenVariable: 'WINDMILL_TOKEN',
  /** The file that holds the whole reference, as OpenAPI Generator names it. */
  wholeReference: 'UserApi.md',
} as const
