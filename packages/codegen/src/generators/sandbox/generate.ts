import openapiTypeScript, { astToString, type OpenAPI3 } from 'openapi-typescript'
import type { Generator } from '../../generator.ts'
import { generatedBy } from '../../text/header.ts'
import { operationsModule } from './operations.ts'
import { validatorsModule } from './validators.ts'

/**
 * `operations.ts`: the table that requests are routed by, with the types that go in and out of each handler.
 * `validators.ts`: compiled checks of queries, bodies and answers. `openapi.ts`: the types of the whole document.
 */
export const generate: Generator = async (model) => {
  // openapi-typescript reorders what it is given, so it gets a copy; its own type asks for more members than it reads.
  const copy = structuredClone(model.source) as unknown as OpenAPI3
  const nodes = await openapiTypeScript(copy, { alphabetize: false, defaultNonNullable: false, silent: true })
  return new Map([
    ['openapi.ts', `${generatedBy('sandbox')}\n${astToString(nodes)}`],
    ['operations.ts', operationsModule(model)],
    ['validators.ts', validatorsModule(model)],
  ])
}
