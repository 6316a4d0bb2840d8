import { RefusedError } from '../errors/index.ts'
import type { Run } from './facts.ts'
import type { Members } from './given.ts'
import { textOf } from './text-of.ts'

/**
 * What a URL parser or a proxy takes for a step to another path: nothing, `.` and `..` (RFC 3986, section 5.2.4), also percent-encoded
 * once or twice. And what no URL can carry: control characters and halves of a surrogate pair.
 */
// Not `\p{Cc}`: with what a property of Unicode loads, the first call of a process takes up to a millisecond more.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what it looks for
export const misleading = /^(\.|%(25)?(2|%32)(e|%[46]5)){0,2}$|[\0-\x1f\x7f-\x9f\ud800-\udfff]/iu

/** What a run says of where it goes. */
export interface PathOfRun extends Pick<Run, 'event'> {
  readonly facts: Pick<Run['facts'], 'path'>
}

/**
 * Writes values into a path template, each as one segment (RFC 3986, section 3.3).
 *
 * @throws RefusedError when the URL would be that of another endpoint with a value, or for a value that the template does not have.
 */
export function serializePath(
  { facts: { path: template }, event }: PathOfRun,
  values: Members,
): { path: string } {
  // Most often its name is misspelt, or a library has called the function with values of its own.
  for (const name in values)
    if (!template.includes(`{${name}}`)) throw new RefusedError(name, `inputs of ${event.operation}`, event)
  let [path = '', ...rest] = template.split('{')
  // A replacement by a function would take eight times as long.
  for (const part of rest) {
    const [name = '', literal] = part.split('}')
    const text = textOf(name, values[name], event)
    if (misleading.test(text)) throw new RefusedError(name, 'text, not "" or ".."', event)
    path += encodeURIComponent(text) + literal
  }
  return { path }
}
