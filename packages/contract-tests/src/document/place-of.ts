import { createRequire } from 'node:module'
import { operations } from '../generated/operations.ts'
import type { OperationDescription } from './operation.ts'

/** Where the document says what a server did otherwise. */
export interface Place {
  /** JSON pointer into the document: `/paths/~1users~1email/get/responses/401`. */
  readonly pointer: string
  /** The line in `openapi.yaml` of `@windmill-user-api/openapi`; absent for what that does not publish. */
  readonly line?: number
  /** File and line in the document's sources: `paths/users_email.yaml:20`. */
  readonly source: string
}

/** An entry has a pointer of its own where it was found through a `$ref`. */
type Places = Readonly<Record<string, (Omit<Place, 'pointer'> & Partial<Pick<Place, 'pointer'>>) | undefined>>

/**
 * The most exact place there is. `pointers` are JSON pointers of the document, or of the operation where they begin without a
 * slash, the most exact one first; a part that has no place of its own stands in the part around it.
 */
export function placeOf(operation: string, pointers: readonly string[]): Place | undefined {
  const described = new Map<string, OperationDescription>(Object.entries(operations)).get(operation)
  if (!described) return undefined
  const base = `/paths/${escapeStep(described.path)}/${described.method.toLowerCase()}`
  const candidates = pointers.map((pointer) => (pointer.startsWith('/') ? pointer : `${base}/${pointer}`))
  for (const candidate of [...candidates.flatMap(withParents), base]) {
    const place = readPlaces()[candidate]
    if (place) return { pointer: candidate, ...place }
  }
  return undefined
}

/** As RFC 6901 has it. */
function escapeStep(step: string): string {
  return step.replaceAll('~', '~0').replaceAll('/', '~1')
}

/** The part and those around it, down to a component or a response. */
function withParents(pointer: string): string[] {
  const steps = pointer.split('/')
  return Array.from({ length: Math.max(1, steps.length - 3) }, (_, count) =>
    steps.slice(0, steps.length - count).join('/'),
  )
}

let known: Places | undefined

/** Only a run that finds something needs them. `require` reads JSON without a warning in every Node that is promised. */
function readPlaces(): Places {
  known ??= createRequire(import.meta.url)('@windmill-user-api/openapi/places.json')
  return known ?? {}
}

/** `openapi.yaml:752 (paths/users_whoami.yaml:1)` */
export function describePlace({ line, source }: Place): string {
  return line === undefined ? source : `openapi.yaml:${line} (${source})`
}
