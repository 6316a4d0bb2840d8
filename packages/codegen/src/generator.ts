import type { Files } from './files.ts'
import type { DocumentModel } from './model/index.ts'

/** A pure function from the model to files: the same model gives the same text, and nothing else is read or written. */
export type Generator = (model: DocumentModel) => Files | Promise<Files>
