import { Ajv2020 } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'
import { type DocumentModel, hasUnicodePatterns, type Schema } from '../../model/index.ts'

/** Whether a value satisfies a schema of the document. */
export type Acceptance = (schema: Schema, value: unknown) => boolean

const acceptances = new WeakMap<DocumentModel, Acceptance>()

/** One compiler per document, since a wrong value is only one if the schema says so. */
export function acceptance(model: DocumentModel): Acceptance {
  const known = acceptances.get(model)
  if (known) return known
  const created = createAcceptance(model)
  acceptances.set(model, created)
  return created
}

function createAcceptance({ schemas }: DocumentModel): Acceptance {
  // Not strict: OpenAPI adds keywords to JSON Schema (`example`, `discriminator`) that Ajv does not know.
  const unicodeRegExp = schemas.every(({ schema }) => hasUnicodePatterns(schema))
  const ajv = new Ajv2020({ strict: false, logger: false, unicodeRegExp })
  formats.default(ajv)
  const components = { schemas: Object.fromEntries(schemas.map(({ name, schema }) => [name, schema])) }
  const compiled = new Map<Schema, (value: unknown) => boolean>()
  return (schema, value) => {
    const validate = compiled.get(schema) ?? ajv.compile({ ...schema, components })
    compiled.set(schema, validate)
    return validate(value)
  }
}
