import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { inputMembers } from '../src/generators/client/input.ts'
import { type DocumentModel, isSuccess, type MediaType, type Operation, sampleOf } from '../src/index.ts'
import { foreignDocuments, readForeignDocument } from './foreign-documents.ts'
import { type Transplant, transplant } from './transplant.ts'

type Call = (input: Record<string, unknown>) => Promise<unknown>
type CreateUserApi = (options: {
  baseUrl: string
  auth: { kind: 'bearer'; token: string }
  fetch: (url: string, init: RequestInit) => Promise<Response>
}) => Record<string, Call>

describe.each(foreignDocuments)('a client of the document %s', (document) => {
  const model = readForeignDocument(document)
  let packages: Transplant
  let createUserApi: CreateUserApi

  beforeAll(async () => {
    packages = await transplant(model)
    const client = await import(path.join(packages.folder('client'), 'src/index.ts'))
    createUserApi = client.createUserApi
  })

  afterAll(() => packages.remove())

  test.each(model.operations.map((operation) => [operation.id, operation] as const))(
    '%s sends the request and reads the answer that the document describes',
    async (id, operation) => {
      const sent: Request[] = []
      const api = createUserApi({
        baseUrl: 'https://api.example/base',
        auth: { kind: 'bearer', token: 'secret-token' },
        fetch: async (url, init) => {
          sent.push(new Request(url, init))
          return answerOf(model, operation).response()
        },
      })

      const answer = await api[id]?.(inputOf(model, operation))

      expect(sent.map((request) => `${request.method} ${new URL(request.url).pathname}`)).toEqual([
        `${operation.method.toUpperCase()} /base${filledPath(model, operation)}`,
      ])
      expect(await readable(answer)).toEqual(answerOf(model, operation).value)
    },
  )
})

function inputOf(model: DocumentModel, operation: Operation): Record<string, unknown> {
  const members = inputMembers(operation).map(({ name, parameter }) => [
    name,
    parameterValue(model, parameter),
  ])
  const [media] = operation.requestBody?.content ?? []
  const body = media && { body: exampleOf(model, media) }
  return { ...Object.fromEntries(members), ...body }
}

function parameterValue(
  model: DocumentModel,
  { examples, schema }: Operation['parameters'][number],
): unknown {
  return examples[0]?.value ?? sampleOf(model.source, schema)
}

function filledPath(model: DocumentModel, { path: template, parameters }: Operation): string {
  return parameters
    .filter((parameter) => parameter.in === 'path')
    .reduce(
      (text, parameter) => text.replace(`{${parameter.name}}`, String(parameterValue(model, parameter))),
      template,
    )
}

function exampleOf(model: DocumentModel, { examples, schema }: MediaType): unknown {
  return examples[0]?.value ?? sampleOf(model.source, schema)
}

/** The first success of an operation: as it comes from a server, and as a caller should get it. */
function answerOf(model: DocumentModel, operation: Operation): { value: unknown; response: () => Response } {
  const success = operation.responses.find(isSuccess)
  const [media] = success?.content ?? []
  const status = Number(success?.status)
  // What HEAD answers has no body, whatever it is the head of.
  if (!media || operation.method === 'head')
    return { value: undefined, response: () => new Response(null, { status }) }
  const value = exampleOf(model, media)
  const text = media.kind === 'json' ? JSON.stringify(value) : String(value)
  return { value, response: () => new Response(text, { status, headers: { 'Content-Type': media.name } }) }
}

async function readable(answer: unknown): Promise<unknown> {
  return answer instanceof Blob ? answer.text() : answer
}
