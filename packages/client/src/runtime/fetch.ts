/** What sends a request: `globalThis.fetch` is one, and so is the `fetch` of a Hono app. */
export type Fetch = (request: Request) => Response | Promise<Response>
