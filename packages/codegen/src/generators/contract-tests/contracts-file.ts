import type { DocumentModel } from '../../model/index.ts'
import { generatedBy } from '../../text/header.ts'

/** All contracts in the order of the document, for a runner that is not a test framework. */
export function contractsFile({ operations }: DocumentModel): string {
  const imports = operations.map(({ id }) => `import { ${id} } from './${id}.contract.test.ts'\n`)
  return `${generatedBy('contract-tests')}
${imports.join('')}
/** What is held of every operation. */
export const contracts = [
${operations.map(({ id }) => `  ${id},\n`).join('')}]
`
}
