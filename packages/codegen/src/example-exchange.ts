import { exampleInput } from './generators/client/comment.ts'
import { inputMembers } from './generators/client/input.ts'
import {
  concreteMediaType,
  type DocumentModel,
  isSuccess,
  type MediaType,
  type Operation,
  sampleOf,
} from './model/index.ts'
import { Expression } from './text/literal.ts'

/** A call of an operation with the examples of the document, and what a server returns. Tests of every operation are made of it. */
export interface ExampleExchange {
  /** What a function of the client takes. */
  readonly input: Readonly<Record<string, unknown>>
  /** In upper case. */
  readonly method: string
  /** The template with its values, not encoded. */
  readonly path: string
  /** What the call resolves to: undefined where the success has no body, and where its body is read piece by piece. */
  readonly value: unknown
  /** The first success, anew each time. */
  response(): Response
}

export function exampleExchange(model: DocumentModel, operation: Operation): ExampleExchange {
  const input = Object.fromEntries(
    Object.entries(exampleInput(model, operation)).map(([name, value]) => [name, evaluated(value)]),
  )
  const success = successOf(operation)
  const status = success && /^\d+$/.test(success.status) ? Number(success.status) : 200
  // What HEAD returns has no body, whatever it is the head of.
  const content = operation.method === 'head' || status === 204 ? [] : (success?.content ?? [])
  const media = content.find(({ kind }) => kind === 'json') ?? content[0]
  return {
    input,
    method: operation.method.toUpperCase(),
    path: filledPath(operation, input),
    value: media && bodyOf(model, media),
    response: () => responseOf(model, status, media),
  }
}

/** Whether a server may return a success that the document names: some operations only redirect. */
export function hasSuccess(operation: Operation): boolean {
  return successOf(operation) !== undefined
}

/** Where a document names no success, `default` is one. */
function successOf({ responses }: Operation): Operation['responses'][number] | undefined {
  return responses.find(isSuccess) ?? responses.find(({ status }) => status === 'default')
}

/** Files and forms are written as expressions into samples. */
function evaluated(value: unknown): unknown {
  if (value instanceof Expression) return value.text.includes('Blob') ? new Blob(['bytes']) : new FormData()
  if (Array.isArray(value)) return value.map(evaluated)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, evaluated(member)]))
}

function filledPath(operation: Operation, input: Readonly<Record<string, unknown>>): string {
  return inputMembers(operation)
    .filter(({ parameter }) => parameter.in === 'path')
    .reduce(
      (text, { name, parameter }) => text.replace(`{${parameter.name}}`, () => String(input[name])),
      operation.path,
    )
}

function bodyOf(model: DocumentModel, media: MediaType): unknown {
  if (media.kind !== 'json' && media.kind !== 'text') return undefined
  const { examples, schema } = media
  const value = examples[0] ? examples[0].value : sampleOf(model.source, schema)
  return media.kind === 'text' && typeof value !== 'string' ? JSON.stringify(value) : value
}

function responseOf(model: DocumentModel, status: number, media: MediaType | undefined): Response {
  if (!media) return new Response(null, { status })
  const value = bodyOf(model, media)
  const text = media.kind === 'json' ? JSON.stringify(value) : String(value ?? '')
  return new Response(text, { status, headers: { 'Content-Type': concreteMediaType(media.name) } })
}
