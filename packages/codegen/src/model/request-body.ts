import { type MediaType, readContent } from './media-type.ts'
import { resolve } from './reference.ts'
import type { Reference, SourceDocument, SourceRequestBody } from './source.ts'

export interface RequestBody {
  readonly description: string
  readonly required: boolean
  readonly content: readonly MediaType[]
}

export function readRequestBody(
  document: SourceDocument,
  source: SourceRequestBody | Reference | undefined,
): RequestBody | undefined {
  if (!source) return undefined
  const { value } = resolve<SourceRequestBody>(document, source)
  return {
    description: value.description ?? '',
    required: value.required ?? false,
    content: readContent(document, value.content),
  }
}
