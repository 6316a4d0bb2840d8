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
  const path = withoutParametersAtEnd(mutation.path.split('/'))
  const places = [path, withoutParametersAtEnd(path.slice(0, -1))].filter(({ length }) => length > 1)
  for (const place of places) {
    const queries = queriesByPlace(model).get(place.join('/'))
    if (queries === undefined) continue
    const by = place.filter((segment) => segment.startsWith('{')).map((segment) => segment.slice(1, -1))
    return { queries, by }
  }
  return { queries: [], by: [] }
}

function withoutParametersAtEnd(segments: readonly string[]): readonly string[] {
  return segments.slice(0, segments.findLastIndex((segment) => !segment.startsWith('{')) + 1)
}

type QueriesByPlace = ReadonlyMap<string, readonly string[]>

const queriesOf = new WeakMap<DocumentModel, QueriesByPlace>()

/** The queries under each place, read once for all mutations. */
function queriesByPlace(model: DocumentModel): QueriesByPlace {
  const known = queriesOf.get(model)
  if (known) return known
  const byPlace = new Map<string, string[]>()
  for (const query of model.operations.filter((operation) => isQuery(model, operation)))
    for (const place of placesOf(query)) {
      const queries = byPlace.get(place) ?? []
      queries.push(query.id)
      byPlace.set(place, queries)
    }
  queriesOf.set(model, byPlace)
  return byPlace
}

/** Its path, and each beginning of it. */
function placesOf({ path }: Operation): readonly string[] {
  const segments = path.split('/')
  return segments.map((_segment, index) => segments.slice(0, index + 1).join('/'))
}
