import type { MediaType, Operation } from '../../model/index.ts'
import { quoted } from '../../text/literal.ts'

/** The media type that the function of an operation sends: JSON where there is a choice. */
export function sentMediaType({ requestBody }: Operation): MediaType | undefined {
  return requestBody?.content.find(({ kind }) => kind === 'json') ?? requestBody?.content[0]
}

/** The type of the body in the input. */
export function bodyType(operation: Operation, { name, kind }: MediaType): string {
  if (name === 'multipart/form-data') return 'FormData'
  if (kind === 'binary') return 'Blob'
  return `NonNullable<operations[${quoted(operation.id)}]['requestBody']>['content'][${quoted(name)}]`
}

/** What openapi-fetch has to be told of a body that is not plain JSON, as members of `RareFacts`. */
export function bodyFacts({ name, kind }: MediaType): { headers?: string; bodySerializer?: string } {
  if (name === 'application/json' || name === 'multipart/form-data') return {}
  const headers = `{ 'Content-Type': ${quoted(name)} }`
  // openapi-fetch writes JSON, and a form where the header says so; other bodies go out as they are.
  return kind === 'json' || kind === 'form'
    ? { headers }
    : { headers, bodySerializer: '(body: unknown) => body' }
}
