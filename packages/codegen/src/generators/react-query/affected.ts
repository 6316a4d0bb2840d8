import type { DocumentModel, Operation } from '../../model/index.ts'
import { isQuery } from './names.ts'

/** The queries that a mutation changes, and the parameters that it has in common with them. */
export interface Affected {
  readonly queries: readonly string[]
  readonly by: readonly string[]
}

/**
 * What a document implies by its paths: a mutation changes what is read in the same place. The place is its path without the
 * parameters at its end; where nothing is read there, its last word is a verb (`/users/tokens/create`) and left out.
 */
export function affectedBy(model: DocumentModel, mutation: Operation): Affected {
  const queries = model.operations.filter((operation) => isQuery(model, operation))
  const path = withoutParametersAtEnd(mutation.path.split('/'))
  const places = [path, withoutParametersAtEnd(path.slice(0, -1))].filter(({ length }) => length > 1)
  for (const place of places) {
    const read = queries.filter((query) => isUnder(place, query))
    if (read.length === 0) continue
    const by = place.filter((segment) => segment.startsWith('{')).map((segment) => segment.slice(1, -1))
    return { queries: read.map(({ id }) => id), by }
  }
  return { queries: [], by: [] }
}

function withoutParametersAtEnd(segments: readonly string[]): readonly string[] {
  return segments.slice(0, segments.findLastIndex((segment) => !segment.startsWith('{')) + 1)
}

function isUnder(place: readonly string[], { path }: Operation): boolean {
  const segments = path.split('/')
  return place.every((segment, index) => segments[index] === segment)
}
