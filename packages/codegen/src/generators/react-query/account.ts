import { type DocumentModel, isSuccess, needsCredentials, type Operation } from '../../model/index.ts'

/**
 * Whether an operation changes who is signed in: its success sets the cookie that a security scheme reads. One that needs credentials
 * itself signs out.
 */
export function accountChange(
  { securitySchemes }: DocumentModel,
  operation: Operation,
): 'signs-in' | 'signs-out' | undefined {
  const cookies = securitySchemes.flatMap((scheme) =>
    scheme.kind === 'apiKey' && scheme.in === 'cookie' ? [scheme.parameter] : [],
  )
  const set = operation.responses
    .filter(isSuccess)
    .flatMap(({ headers }) => headers.filter(({ name }) => name.toLowerCase() === 'set-cookie'))
    .flatMap(({ examples, schema }) => [
      schema.pattern?.replace(/^\^/, ''),
      ...examples.map(({ value }) => value),
    ])
  if (!set.some((text) => cookies.some((name) => String(text).startsWith(`${name}=`)))) return undefined
  return needsCredentials(operation) ? 'signs-out' : 'signs-in'
}
