import { createRequire } from 'node:module'
import { operations } from '../generated/operations.ts'
import type { OperationDescription } from './operation.ts'
import type { Rule } from './rule.ts'

/** Where the document says what a server did otherwise. */
export interface Place {
  /** JSON pointer into the document: `/paths/~1users~1email/get/responses/401`. */
  readonly pointer: string
  /** The line in `openapi.yaml` of `@windmill-user-api/openapi`; absent for what that does not publish. */
  readonly line?: number
  /** File and line in the document's sources: `paths/users_email.yaml:20`. */
  readonly source: string
}

/** What decides which part of an operation is broken. */
export interface Finding {
  readonly operation: string
  readonly rule: Rule
  /** `status 401` */
  readonly expected: string
  /** The status that came, if an response came. */
  readonly status: number | undefined
}

type Places = Readonly<Record<string, Omit<Place, 'pointer'> | undefined>>

/** The most exact place there is: the response that was expected, else the one that came, else the operation. */
export function placeOf(finding: Finding): Place | undefined {
  const facts = new Map<string, OperationDescription>(Object.entries(operations)).get(finding.operation)
  if (!facts) return undefined
  const base = `/paths/${facts.path.replaceAll('~', '~0').replaceAll('/', '~1')}/${facts.method.toLowerCase()}`
  for (const pointer of candidates(base, finding)) {
    const place = readPlaces()[pointer]
    if (place) return { pointer, ...place }
  }
  return undefined
}

function candidates(base: string, { rule, expected, status }: Finding): string[] {
  const part = rule.startsWith('body-') ? ['/requestBody'] : rule === 'query-value' ? ['/parameters/0'] : []
  const expectedStatus = /\b([1-5]\d\d)\b/.exec(expected)?.[1]
  const statuses = [expectedStatus, status].flatMap((each) =>
    each === undefined ? [] : `/responses/${each}`,
  )
  return [...part, ...statuses, ''].map((suffix) => base + suffix)
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
