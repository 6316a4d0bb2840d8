import openapiTypeScript, { astToString, type OpenAPI3 } from 'openapi-typescript'
import type { Generator } from '../../generator.ts'
import { generatedBy } from '../../text/header.ts'
import { namedTypes } from './named-types.ts'

/** `openapi.d.ts`: all of `paths`, `components`, `operations`. `names.d.ts`: what people import by name. */
export const generate: Generator = async (model) => {
  // openapi-typescript reorders what it is given, so it gets a copy; its own type asks for more members than it reads.
  const copy = structuredClone(model.source) as unknown as OpenAPI3
  const nodes = await openapiTypeScript(copy, {
    alphabetize: false,
    defaultNonNullable: false,
    emptyObjectsUnknown: true,
    silent: true,
  })
  return new Map([
    ['openapi.d.ts', `${generatedBy('types')}\n${astToString(nodes)}`],
    ['names.d.ts', namedTypes(model)],
  ])
}
