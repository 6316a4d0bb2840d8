import type { Middleware } from 'openapi-fetch'

/** What went over the wire in the call of an operation. */
export interface Exchange {
  request?: Request
  response?: Response
}

/** By the `params` object, which openapi-fetch hands to its middleware as it is. */
const exchanges = new WeakMap<object, Exchange>()

export function beginExchange(params: object): Exchange {
  const exchange: Exchange = {}
  exchanges.set(params, exchange)
  return exchange
}

/**
 * Takes the answer to an operation before openapi-fetch reads it as JSON, and lets a call by path read text as text.
 * Registered first, so it sees an answer last: what other middleware made of it is what counts.
 */
export const takeAnswer: Middleware = {
  async onResponse({ response, params, options }) {
    const exchange = exchanges.get(params)
    if (exchange) {
      exchange.response = response
      return new Response(null, { status: 204 })
    }
    const isText = response.ok && response.body && mediaTypeOf(response).startsWith('text/')
    if (!isText || options.parseAs !== 'json') return undefined
    return new Response(JSON.stringify(await response.text()), response)
  },
}

/** The media type of a body without its parameters, in lower case (RFC 9110, section 8.3.1). */
export function mediaTypeOf(response: Response): string {
  const [essence = ''] = (response.headers.get('Content-Type') ?? '').split(';')
  return essence.trim().toLowerCase()
}
