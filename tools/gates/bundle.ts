import { readFileSync } from 'node:fs'
import path from 'node:path'
import { type DocumentModel, readDocument } from '@windmill-user-api/codegen'
import { repository } from '../src/repository.ts'

export type Bundle = 'openapi.json' | 'openapi.internal.json' | 'openapi.internal.shape.json'

/** A bundle of the document, as the build wrote it. */
export function readBundle(name: Bundle): DocumentModel {
  return readDocument(JSON.parse(readFileSync(path.join(repository, 'spec/dist', name), 'utf8')))
}
