import { type DocumentModel, isSingle, needsCredentials, type Operation } from '../../model/index.ts'
import { inputMembers } from '../client/input.ts'
import { credentialsOf } from './credentials.ts'
import { plain, sampleRequest } from './sample-request.ts'

/** The sample's call in parts, as a page lets a reader edit and send it. */
export interface PageRequest {
  readonly id: string
  readonly method: string
  /** The path template. */
  readonly path: string
  readonly role: string | undefined
  /** Whether a bearer token is sent. */
  readonly token: boolean
  readonly parameters: readonly PageParameter[]
  readonly body: { readonly mediaType: string; readonly text: string } | undefined
}

/** A parameter as one text of a form. */
export interface PageParameter {
  readonly name: string
  readonly in: 'path' | 'query' | 'header'
  readonly required: boolean
  /** The text that stands in the form at first. */
  readonly value: string
  /** Its name in the input of the client. */
  readonly member: string
  /** Whether the client takes a text for it, and not a number or a boolean. */
  readonly isText: boolean
}

/** Undefined where a form of texts could not send the call right: for credentials, parameters or bodies of other kinds. */
export function pageRequest(model: DocumentModel, operation: Operation): PageRequest | undefined {
  const { parameters, body } = sampleRequest(model, operation)
  const schemes = needsCredentials(operation) ? credentialsOf(model, operation) : []
  const written = parameters.map(({ parameter, value }) => pageParameter(operation, parameter, value))
  const isSendable =
    operation.servers.length === 0 &&
    schemes.every(({ kind }) => kind === 'bearer') &&
    schemes.length < 2 &&
    (!body || body.media.kind === 'json' || body.media.kind === 'text')
  if (!isSendable || written.includes(undefined)) return undefined
  return {
    id: operation.id,
    method: operation.method.toUpperCase(),
    path: operation.path,
    role: operation.role,
    token: schemes.length > 0,
    parameters: written.filter((parameter) => parameter !== undefined),
    body: body && { mediaType: body.media.name, text: bodyText(body.media.kind, body.value) },
  }
}

function pageParameter(
  operation: Operation,
  parameter: Operation['parameters'][number],
  value: unknown,
): PageParameter | undefined {
  const { name, in: location, schema, style, required } = parameter
  const isPlain = isSingle(parameter, schema) && ['simple', 'form'].includes(style)
  if (location === 'cookie' || !isPlain) return undefined
  const member = inputMembers(operation).find((input) => input.parameter === parameter)?.name ?? name
  const isText = [schema.type].flat().includes('string')
  return { name, in: location, required, value: plain(value), member, isText }
}

function bodyText(kind: string, value: unknown): string {
  return kind === 'json' ? JSON.stringify(value, null, 2) : plain(value)
}
