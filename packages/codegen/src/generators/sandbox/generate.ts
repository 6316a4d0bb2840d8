import type { Generator } from '../../generator.ts'
import { generate as generateTypes } from '../types/generate.ts'
import { operationsModule } from './operations.ts'
import { validatorsModule } from './validators.ts'

/**
 * `operations.ts`: the table that requests are routed by, with the types that go in and out of each handler.
 * `validators.ts`: compiled checks of queries, bodies and answers. `openapi.ts`: the types of the whole document.
 */
export const generate: Generator = async (model) => {
  const types = await generateTypes(model)
  return new Map([
    // A module, not a declaration: the compiler carries it over to what is published.
    ['openapi.ts', types.get('openapi.d.ts') ?? ''],
    ['operations.ts', operationsModule(model)],
    ['validators.ts', validatorsModule(model)],
  ])
}
