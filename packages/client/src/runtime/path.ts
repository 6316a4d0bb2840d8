import { type Attempt, RefusedError } from '../errors/index.ts'

/**
 * What a URL parser or a proxy takes for a step to another path: nothing, `.` and `..` (RFC 3986, section 5.2.4). And what no URL can
 * carry: control characters and halves of a surrogate pair.
 */
const misleading = /^\.{0,2}$/
const unsendable = /[\p{Cc}\p{Cs}]/u

/**
 * Writes values into a path template, each as one segment (RFC 3986, section 3.3).
 *
 * @throws RefusedError when the URL would be that of another endpoint with a value.
 */
export function serializePath<Id extends string | undefined>(
  template: string,
  values: Readonly<Record<string, unknown>>,
  attempt: Attempt<Id>,
): string {
  return template.replace(/\{(.+?)\}/g, (_, name: string) => {
    const value = values[name] ?? ''
    const text = typeof value === 'object' ? '' : String(value)
    const once = percentDecoded(text)
    const isMisleading = [text, once, percentDecoded(once)].some((reading) => misleading.test(reading))
    if (!isMisleading && !unsendable.test(text)) return encodeURIComponent(text)
    throw new RefusedError(name, 'a path value such as "ada", not empty, "." or ".."', attempt)
  })
}

/** As the most lenient server decodes: whatever is valid of it. Only ASCII matters here. */
function percentDecoded(text: string): string {
  return text.replace(/%([2-7][\da-f])/gi, (_, hex: string) => String.fromCharCode(Number(`0x${hex}`)))
}
