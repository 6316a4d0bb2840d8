import type { Files } from '../../files.ts'
import type { DocumentModel } from '../../model/index.ts'
import { generate as generateTypes } from '../types/generate.ts'
import { contractFile } from './contract-file.ts'
import { contractsFile } from './contracts-file.ts'
import { operationsFile } from './operations-file.ts'
import { schemasFile } from './schemas-file.ts'
import { securitySchemesFile } from './security-schemes-file.ts'
import { workflowsFile } from './workflows-file.ts'

/**
 * Writes what is held of each operation, one file per operation. They stand on the hand-written `../checks` (which knows
 * OpenAPI) and `../setup` (which knows how to bring a server into a state in which a call can succeed).
 */
export async function generate(document: DocumentModel): Promise<Files> {
  const model = withoutKeys(document)
  const types = await generateTypes(document)
  const files = model.operations.map((operation): [string, string] => [
    `${operation.id}.contract.test.ts`,
    contractFile(model, operation),
  ])
  return new Map([
    // A module, not a declaration: the compiler carries it over to what is published.
    ['openapi.ts', types.get('openapi.d.ts') ?? ''],
    ['operations.ts', operationsFile(model)],
    ['schemas.ts', schemasFile(model)],
    ['security-schemes.ts', securitySchemesFile(model)],
    ['contracts.ts', contractsFile(model)],
    ['workflows.ts', workflowsFile(model)],
    ...files,
  ])
}

/** The checks of credentials know the schemes: their keys are no parameters like others. */
function withoutKeys(model: DocumentModel): DocumentModel {
  const operations = model.operations.map((operation) => ({
    ...operation,
    parameters: operation.parameters.filter(({ credential }) => !credential),
  }))
  return { ...model, operations }
}
