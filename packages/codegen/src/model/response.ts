import { type Example, readExamples } from './example.ts'
import { type MediaType, readAnswerContent } from './media-type.ts'
import { resolve } from './reference.ts'
import type { Reference, Schema, SourceDocument, SourceHeader, SourceLink, SourceResponse } from './source.ts'

/** One answer of an operation. */
export interface Response {
  /** `200`, `4XX` or `default`, as written in the document. */
  readonly status: string
  /** The component that it refers to, such as `NotAuthenticated`. */
  readonly component: string | undefined
  readonly description: string
  /** `x-cure`: what to do about it. */
  readonly cure?: string | undefined
  readonly headers: readonly Header[]
  readonly content: readonly MediaType[]
  readonly links: readonly Link[]
}

export interface Header {
  readonly name: string
  readonly description: string
  readonly required: boolean
  readonly schema: Schema
  readonly examples: readonly Example[]
}

/** How this answer feeds another operation. */
export interface Link {
  readonly name: string
  readonly operationId: string | undefined
  readonly description: string
  /** Parameter name → runtime expression or constant. */
  readonly parameters: Readonly<Record<string, unknown>>
}

type Sources = Readonly<Record<string, SourceResponse | Reference>> | undefined

export function readResponses(document: SourceDocument, sources: Sources): Response[] {
  return Object.entries(sources ?? {}).map(([status, source]) => {
    const { name, value } = resolve<SourceResponse>(document, source)
    return {
      status,
      component: name,
      description: value.description,
      cure: value['x-cure'],
      headers: Object.entries(value.headers ?? {}).map(([header, of]) => readHeader(document, header, of)),
      content: readAnswerContent(document, value.content),
      links: Object.entries(value.links ?? {}).map(([link, of]) => readLink(document, link, of)),
    }
  })
}

/** Whether a response is one of success: `200`, `201`, `2XX`. A `default` is not. */
export function isSuccess(response: Response): boolean {
  return response.status.startsWith('2')
}

function readHeader(document: SourceDocument, name: string, source: SourceHeader | Reference): Header {
  const { value } = resolve<SourceHeader>(document, source)
  return {
    name,
    description: value.description ?? '',
    required: value.required ?? false,
    schema: value.schema ?? {},
    examples: readExamples(document, value),
  }
}

function readLink(document: SourceDocument, name: string, source: SourceLink | Reference): Link {
  const { value } = resolve<SourceLink>(document, source)
  return {
    name,
    operationId: value.operationId,
    description: value.description ?? '',
    parameters: value.parameters ?? {},
  }
}
