import { badRequest } from '../domain/refusal.ts'

/** What stands in the places of a path's parameters. */
export type PathValues = Readonly<Record<string, string | undefined>>

/**
 * Decodes each segment once. A value that is not valid percent-encoding is left undefined: whether that matters is decided
 * after the caller's role.
 */
export function readPath(template: string, path: string): PathValues {
  const segments = path.split('/')
  const names = template.split('/').map((segment) => /^\{(.+)\}$/.exec(segment)?.[1])
  const values = names.flatMap((name, index) =>
    name === undefined ? [] : [[name, decodeSegment(segments[index] ?? '')] as const],
  )
  return Object.fromEntries(values)
}

/** @throws {@link Refusal} where a value could not be decoded. */
export function refuseMalformed(values: PathValues, path: string): void {
  if (Object.values(values).includes(undefined)) throw malformed(path)
}

/** The refusal of a URL that is not valid percent-encoding. */
export function malformed(text: string) {
  const [place = ''] = /%(?![0-9A-Fa-f]{2}).{0,2}|%[89A-Fa-f].*/.exec(text) ?? []
  return badRequest(`the URL is not valid percent-encoding at ${place}`)
}

function decodeSegment(segment: string): string | undefined {
  try {
    // PostgreSQL stores no NUL. The replacement character names nothing either.
    return decodeURIComponent(segment).replaceAll('\0', '\uFFFD')
  } catch {
    return undefined
  }
}
