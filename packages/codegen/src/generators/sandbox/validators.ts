import type { DocumentModel } from '../../model/index.ts'
import { generatedBy } from '../../text/header.ts'
import { compileSchemas } from './compile.ts'
import { schemasByKey } from './schemas.ts'

/** All validators of the document by key, compiled: `<operationId> query`, `<operationId> body`, and so on. */
export function validatorsModule(model: DocumentModel): string {
  return compileSchemas({
    header: generatedBy('sandbox'),
    schemas: schemasByKey(model),
    components: model.source.components?.schemas ?? {},
  })
}
