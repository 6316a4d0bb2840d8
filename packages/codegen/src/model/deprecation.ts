import type { Schema, SourceDeprecation } from './source.ts'

/** What a document says of something that callers should no longer use. */
export interface Deprecation {
  /** Why, or what to do instead: `x-deprecated-reason`. Empty where the document gives no reason. */
  readonly reason: string
  /** The `operationId` or the name to use instead: `x-replaced-by`. */
  readonly replacement?: string
  /** The day from which it is deprecated, such as `2026-11-01`: `x-deprecated-since`. */
  readonly since?: string
  /** The day from which it may stop working: `x-sunset`. */
  readonly sunset?: string
}

/** Undefined where it is not deprecated. Other tools use names like these as well: what is not as expected is not read. */
export function readDeprecation(source: SourceDeprecation): Deprecation | undefined {
  if (source.deprecated !== true) return undefined
  const reason = source['x-deprecated-reason']
  const replacement = source['x-replaced-by']
  const since = dayIn(source['x-deprecated-since'])
  const sunset = dayIn(source['x-sunset'])
  return {
    reason: typeof reason === 'string' ? reason.trim() : '',
    ...(typeof replacement === 'string' && { replacement }),
    ...(since !== undefined && { since }),
    ...(sunset !== undefined && { sunset }),
  }
}

function dayIn(value: unknown): string | undefined {
  const [day] = /^\d{4}-\d\d-\d\d(?=$|T)/.exec(String(value)) ?? []
  return day === undefined || Number.isNaN(Date.parse(day)) ? undefined : day
}

/** In sentences, for people who still use it. `named` writes the name of the replacement. */
export function deprecationText(
  { reason, replacement, sunset }: Deprecation,
  named: (name: string) => string = (name) => `\`${name}\``,
): string {
  const sentences = [
    replacement === undefined ? '' : `Use ${named(replacement)} instead.`,
    reason === '' || /[.!?:]$/.test(reason) ? reason : `${reason}.`,
    sunset === undefined ? '' : `It may stop working on ${sunset}.`,
  ]
  return sentences.filter((text) => text !== '').join(' ') || 'It may be removed in a later version.'
}

/** Each deprecated value of an enumeration, with what to do instead: `x-enum-deprecated`. */
export function deprecatedValues(schema: Schema): readonly (readonly [value: string, reason: string])[] {
  return Object.entries(Object(schema['x-enum-deprecated'])).flatMap(([value, reason]) =>
    typeof reason === 'string' ? [[value, reason.trim()] as const] : [],
  )
}
