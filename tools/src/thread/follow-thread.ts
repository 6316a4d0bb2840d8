import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { type DocumentModel, readDocument } from '@windmill-user-api/codegen'
import { deviations, places } from './places.ts'

/** An operation that is not written in all of its places, or a place without an operation. */
export class ThreadError extends Error {
  override readonly name = 'ThreadError'
  /** One line each: which file, and what to do. */
  readonly deviations: readonly string[]

  constructor(found: readonly string[]) {
    super(`The thread of an operation is broken:\n${found.map((deviation) => `  ${deviation}\n`).join('')}`)
    this.deviations = found
  }
}

/**
 * Compares the places of every operation with the document, once the places are generated: what the compiler would say
 * next is true, but does not say where to look.
 *
 * @throws {@link ThreadError}
 */
export async function followThread(root: string): Promise<void> {
  const read = (name: string) => readModel(path.join(root, 'spec/dist', name))
  const [served, published] = await Promise.all([read('openapi.internal.json'), read('openapi.json')])
  // Drafts are in what is published where a preview is built, and nowhere else: no server has them.
  const found = places.flatMap((place) =>
    deviations(place, place.internal ? served : published, place.find(root)),
  )
  if (found.length > 0) throw new ThreadError(found)
}

async function readModel(file: string): Promise<DocumentModel> {
  return readDocument(JSON.parse(await readFile(file, 'utf8')))
}
