import type { PlacedValues, Run } from './facts.ts'
import type { FetchInit } from './fetch.ts'
import { given } from './given.ts'
import { serializePath } from './path.ts'
import { refusing } from './refusing.ts'
import { textOf } from './text-of.ts'

/** Makes a request of a call, with the token of this attempt. `further` are headers of a hook. */
export type MakeRequest = (further: unknown, signal: AbortSignal) => readonly [url: string, init: FetchInit]

/**
 * Looks at the input of a call, once for all its requests.
 *
 * @throws RefusedError when a path value leads elsewhere, a value cannot be written, or the operation does not take one.
 */
export function requestOf(run: Run, asGiven: unknown): MakeRequest {
  const { event, facts, credentials } = run
  const input = given(asGiven, 'input', event)
  const { body: content } = input
  // Of an operation that takes no body, it is an input like any other.
  if (facts.writeBody) delete input['body']
  const {
    writeBody = facts.writeBody,
    path,
    header,
  }: PlacedValues = (facts.placed ?? serializePath)(run, input)
  const written =
    writeBody && content !== undefined
      ? refusing(event, 'body', 'a plain object', () => writeBody(content, run))
      : {}
  const url = run.baseUrl + path
  // A path value has its question marks encoded.
  event.url = url.split('?', 1)[0] as string
  return (further, signal) => {
    const others = [header, further, run.headers].flatMap((some) =>
      Object.entries(given(some, 'headers', event)),
    )
    return [
      url,
      {
        method: facts.method,
        signal,
        credentials,
        // A redirect would repeat a token, or a body with a password, at another address.
        redirect: 'manual',
        ...written,
        headers: {
          // Only what somebody else gave may be unsendable, or say the same in another case.
          ...(others.length
            ? refusing(event, 'headers', 'ASCII', () => {
                const all = new Headers(written.headers)
                for (const [name, value] of others) all.set(name, textOf(name, value, event))
                return Object.fromEntries(all)
              })
            : written.headers),
          ...(run.token && { authorization: `Bearer ${run.token}` }),
        },
      },
    ]
  }
}
