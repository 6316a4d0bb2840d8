import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { type DocumentModel, readDocument } from '../src/index.ts'

/** The documents of other shapes that every generator has to cope with. */
export const foreignDocuments = ['library', 'parcels'] as const
export type ForeignDocument = (typeof foreignDocuments)[number]

export function readForeignDocument(name: ForeignDocument): DocumentModel {
  const file = new URL(`documents/${name}.yaml`, import.meta.url)
  return readDocument(parse(readFileSync(file, 'utf8')))
}
