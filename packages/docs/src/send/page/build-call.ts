import type { PageRequest } from '../page-request.ts'

/** A request as the form has it. */
export interface Call {
  readonly request: PageRequest
  /** A text for each parameter, in their order. An empty one is left out of query and headers. */
  readonly values: readonly string[]
  readonly body: string | undefined
}

/** What `fetch` takes. */
export interface BuiltCall {
  readonly url: string
  readonly method: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | undefined
}

/** The request of a call to the server at a base URL. The token, where there is one, goes along as it is. */
export function buildCall({ request, values, body }: Call, baseUrl: string, token?: string): BuiltCall {
  const path = valuesIn('path').reduce(
    (text, [name, value]) => text.replace(`{${name}}`, () => encodeURIComponent(value)),
    request.path,
  )
  const query = valuesIn('query').map(
    ([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`,
  )
  const headers = {
    ...Object.fromEntries(valuesIn('header')),
    ...(request.body && body !== undefined && { 'Content-Type': request.body.mediaType }),
    ...(token !== undefined && { Authorization: `Bearer ${token}` }),
  }
  const search = query.length > 0 ? `?${query.join('&')}` : ''
  return { url: `${baseUrl.replace(/\/$/, '')}${path}${search}`, method: request.method, headers, body }

  function valuesIn(location: string): [name: string, value: string][] {
    return request.parameters.flatMap(({ name, in: place }, index): [string, string][] => {
      const value = values[index] ?? ''
      return place === location && (place === 'path' || value !== '') ? [[name, value]] : []
    })
  }
}
