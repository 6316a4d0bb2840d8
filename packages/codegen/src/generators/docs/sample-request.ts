import type { DocumentModel, MediaType, Operation, Parameter } from '../../model/index.ts'
import { sentMediaType } from '../client/body.ts'
import { exampleOf, exampleOfBody, isShown } from '../client/examples.ts'

/** The call that both samples of an operation make: the first example of everything. */
export interface SampleRequest {
  readonly parameters: readonly SampleParameter[]
  readonly body: { readonly media: MediaType; readonly value: unknown } | undefined
}

export interface SampleParameter {
  readonly parameter: Parameter
  readonly value: unknown
}

export function sampleRequest(model: DocumentModel, operation: Operation): SampleRequest {
  const media = sentMediaType(operation)
  return {
    parameters: operation.parameters
      .filter((parameter) => isShown(model, parameter))
      .map((parameter) => ({ parameter, value: exampleOf(model, parameter) })),
    body: media && { media, value: exampleOfBody(model, media) },
  }
}

/** The URL that the parameters of path and query make, with everything encoded. */
export function sampleUrl(model: DocumentModel, operation: Operation, { parameters }: SampleRequest): string {
  const path = parameters
    .filter(({ parameter }) => parameter.in === 'path')
    .reduce(
      (text, { parameter, value }) => text.replace(`{${parameter.name}}`, encodeURIComponent(plain(value))),
      operation.path,
    )
  const query = parameters.filter(({ parameter }) => parameter.in === 'query').flatMap(queryPairs)
  return `${baseUrl(model)}${path}${query.length > 0 ? `?${query.join('&')}` : ''}`
}

/** The first server, on this machine where the document names none. */
export function baseUrl({ servers }: DocumentModel): string {
  const url = servers[0]?.url.replace(/\/$/, '') ?? ''
  return url.includes('://') ? url : `http://localhost:8000${url}`
}

function queryPairs({ parameter, value }: SampleParameter): string[] {
  const name = encodeURIComponent(parameter.name)
  if (!Array.isArray(value)) return [`${name}=${encodeURIComponent(plain(value))}`]
  const items = value.map((item) => encodeURIComponent(plain(item)))
  return parameter.explode ? items.map((item) => `${name}=${item}`) : [`${name}=${items.join(',')}`]
}

export function plain(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}
