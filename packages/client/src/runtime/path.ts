import { type Attempt, RefusedError } from '../errors/index.ts'

/** Control characters (C0, DEL, C1) and halves of a surrogate pair, which no URL can carry. */
const unsendable = /[\p{Cc}\p{Cs}]/u

/** Nothing, `.` or `..`: a URL parser or a proxy takes these for a step to another path (RFC 3986, section 5.2.4). */
const dotSegment = /^\.{0,2}$/

/**
 * Writes values into a path template, each as one segment (RFC 3986, section 3.3).
 *
 * @throws {@link RefusedError} for a value with which the URL would be that of another endpoint.
 */
export function serializePath<Id extends string | undefined>(
  template: string,
  values: Readonly<Record<string, unknown>>,
  attempt: Attempt<Id>,
): string {
  return template.replace(/\{([^{}]+)\}/g, (_, name: string) => {
    const text = segmentText(values[name])
    if (text === undefined) {
      throw new RefusedError(name, 'a path value such as "ada", not empty, "." or ".."', attempt)
    }
    return encodeURIComponent(text)
  })
}

/** The value as text; nothing where it cannot stand as a segment of its own. */
function segmentText(value: unknown): string | undefined {
  if (value === undefined || typeof value === 'object') return undefined
  const text = String(value)
  const once = percentDecoded(text)
  const readings = [text, once, percentDecoded(once)]
  return unsendable.test(text) || readings.some((reading) => dotSegment.test(reading)) ? undefined : text
}

/** As the most lenient server decodes: whatever is valid of it. Only ASCII matters here. */
function percentDecoded(text: string): string {
  return text.replace(/%([0-7][\da-f])/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
}
