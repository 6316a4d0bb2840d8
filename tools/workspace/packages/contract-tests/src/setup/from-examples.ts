import { createRequire } from 'node:module'
import {
  type DocumentModel,
  type MediaType,
  type Operation,
  type Parameter,
  readDocument,
  sampleOf,
} from '@windmill-user-api/codegen'
import type { Setup } from '../checks/setup.ts'
import type { RequestInput } from '../document/operation.ts'
import { SetupProblem } from '../errors.ts'

let known: DocumentModel | undefined

function readModel(): DocumentModel {
  known ??= readDocument(createRequire(import.meta.url)('@windmill-user-api/openapi/openapi.internal.json'))
  return known
}

/** Prepares nothing, and calls with the examples of the document. */
export function fromExamples(id: string): Setup<unknown, RequestInput> {
  return {
    async prepare() {
      const model = readModel()
      const operation = model.operations.find((candidate) => candidate.id === id)
      if (!operation) throw new SetupProblem(`The document has no operation ${id}.`)
      return inputOf(model, operation)
    },
  }
}

function inputOf(model: DocumentModel, { parameters, requestBody }: Operation): RequestInput {
  const valuesIn = (place: Parameter['in']) =>
    parameters
      .filter((parameter) => parameter.in === place && parameter.required)
      .map((parameter) => [parameter.name, textOf(exampleOf(model, parameter))])
  const [media] = requestBody?.content ?? []
  return {
    path: Object.fromEntries(valuesIn('path')),
    query: Object.fromEntries(valuesIn('query')),
    headers: Object.fromEntries(valuesIn('header')),
    ...(media && { body: exampleOf(model, media) }),
  }
}

function exampleOf(model: DocumentModel, { examples, schema }: Parameter | MediaType): unknown {
  return examples[0]?.value ?? sampleOf(model.source, schema)
}

function textOf(value: unknown): string {
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}
