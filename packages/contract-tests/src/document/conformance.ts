import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'
import type { Schema, Schemas } from './operation.ts'

/** Says where a value leaves a schema, or nothing where it satisfies it. */
export type Conformance = (schema: Schema, value: unknown) => string | undefined

/** Checks values against schemas that may refer to `#/components/schemas/…`. Each schema is compiled once. */
export function createConformance(schemas: Schemas): Conformance {
  // Not strict: OpenAPI adds keywords to JSON Schema (`example`, `x-secret`) that Ajv does not know.
  const ajv = new Ajv2020({ strict: false, allErrors: false })
  formats.default(ajv)
  const compiled = new WeakMap<Schema, ValidateFunction>()
  const compile = (schema: Schema) => {
    const known = compiled.get(schema)
    if (known) return known
    const validate = ajv.compile({ ...schema, components: { schemas } })
    compiled.set(schema, validate)
    return validate
  }
  return (schema, value) => {
    const validate = compile(schema)
    return validate(value) ? undefined : describeFirstError(validate)
  }
}

function describeFirstError({ errors }: ValidateFunction): string {
  const [error] = errors ?? []
  if (!error) return 'the value breaks the schema'
  const place = error.instancePath === '' ? 'the value' : `the value at ${error.instancePath}`
  return `${place} ${error.message ?? `breaks ${error.keyword}`}`
}
