import { isUserApiError } from '../errors/guards.ts'
import { type Attempt, RefusedError } from '../errors/index.ts'
import type { PlacedValues } from './facts.ts'
import type { FetchInit } from './fetch.ts'
import { given } from './given.ts'
import { writeJson } from './json.ts'
import { json } from './media-types.ts'
import { serializePath } from './path.ts'
import type { Run } from './run.ts'
import { textOf } from './text-of.ts'

/** What a caller gives, by name. */
export type Members = Readonly<Record<string, unknown>>

/** Makes a request of a call, with the token of this attempt. `further` are headers of a hook. */
export type MakeRequest = (further: unknown, signal: AbortSignal) => readonly [url: string, init: FetchInit]

/**
 * Looks at the input of a call, once for all its requests.
 *
 * @throws RefusedError when a path value leads elsewhere, or a value cannot be written.
 */
export function requestOf(run: Run, input: Record<string, unknown>): MakeRequest {
  const { facts, event } = run
  return sendable(event, 'body', 'a plain object', () => {
    const {
      mediaType = json,
      writeBody = writeJson,
      isStream,
      baseUrl = run.baseUrl,
      path = serializePath(facts.path, input, event),
      search,
      header,
    }: PlacedValues = { ...facts.rare, ...facts.rare.placed?.(run, input) }
    const url = baseUrl + path
    const hasBody = input['body'] !== undefined
    const body = hasBody ? writeBody(input['body']) : null
    const type = hasBody && mediaType ? { 'content-type': mediaType } : {}
    event.url = url
    run.isStream = isStream?.(body)
    return (further, signal) => [
      search ? `${url}?${search}` : url,
      {
        method: facts.method,
        headers: headersOf(run, type, [header, further, run.headers]),
        body,
        signal,
        credentials: run.credentials,
        // A redirect would repeat a token, or a body with a password, at another address.
        redirect: 'manual',
        ...(run.isStream && { duplex: 'half' }),
      },
    ]
  })
}

/** Headers in which the last of each name counts, whatever its case. */
function headersOf(
  { token, event }: Run,
  type: Record<string, string>,
  others: readonly unknown[],
): Record<string, string> {
  const authorization = token && { authorization: `Bearer ${token}` }
  // Only what somebody else gave may be unsendable, or say the same in another case.
  if (!others.some(Boolean)) return { ...type, ...authorization }
  return sendable(event, 'headers', 'ASCII text', () => {
    const headers = new Headers()
    for (const some of [type, ...others, authorization])
      for (const [name, value] of Object.entries(given(some))) headers.set(name, textOf(name, value, event))
    return Object.fromEntries(headers)
  })
}

function sendable<Made>(attempt: Attempt, argument: string, expected: string, make: () => Made): Made {
  try {
    return make()
  } catch (error) {
    if (isUserApiError(error)) throw error
    // Without a cause: what `Headers` throws quotes the value, which may be a secret.
    throw new RefusedError(argument, expected, attempt)
  }
}
