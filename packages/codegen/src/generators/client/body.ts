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

/** How a body that is not plain JSON is written, as members of `RareFacts`. */
export function bodyFacts({ name, kind }: MediaType): { mediaType?: string; writeBody?: string } {
  if (name === 'application/json') return {}
  // fetch alone knows the boundary between the parts of a form.
  if (name === 'multipart/form-data') return { mediaType: "''", writeBody: '(body: FormData) => body' }
  const mediaType = quoted(name)
  if (kind === 'json') return { mediaType }
  if (kind === 'form')
    return { mediaType, writeBody: '(body: Record<string, string>) => new URLSearchParams(body)' }
  return { mediaType, writeBody: '(body: Blob | string) => body' }
}
