import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { type DocumentModel, type Operation, readDocument } from '../src/index.ts'

/** The documents of other shapes that every generator has to cope with. */
export const foreignDocuments = ['library', 'parcels'] as const
export type ForeignDocument = (typeof foreignDocuments)[number]

export function readForeignDocument(name: ForeignDocument): DocumentModel {
  const file = new URL(`documents/${name}.yaml`, import.meta.url)
  return readDocument(parse(readFileSync(file, 'utf8')))
}

/** The operation of a document by its name. */
export function operationOf(model: DocumentModel, id: string): Operation {
  const operation = model.operations.find((candidate) => candidate.id === id)
  if (!operation) throw new Error(`the document "${model.title}" has no operation ${id}`)
  return operation
}
