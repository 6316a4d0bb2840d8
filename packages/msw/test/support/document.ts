import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import {
  type MediaType,
  type Operation,
  type Parameter,
  readDocument,
  sampleOf,
} from '@windmill-user-api/codegen'

const file = fileURLToPath(import.meta.resolve('@windmill-user-api/openapi/openapi.json'))

/** The document that the package was generated from. */
export const document = readDocument(JSON.parse(readFileSync(file, 'utf8')))

/** A right call of an operation, from the examples of the document. */
export function inputOf({ parameters, requestBody }: Operation): Record<string, unknown> {
  const members = parameters
    .filter(({ required }) => required)
    .map((parameter) => [parameter.name, exampleOf(parameter)])
  const [media] = requestBody?.content ?? []
  return { ...Object.fromEntries(members), ...(media && { body: exampleOf(media) }) }
}

function exampleOf({ examples, schema }: Parameter | MediaType): unknown {
  return examples[0]?.value ?? sampleOf(document.source, schema)
}
