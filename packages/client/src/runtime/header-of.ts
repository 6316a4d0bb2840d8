/**
 * A header of a response; empty if it has none, or if the `fetch` of a framework does not let it be read. In a universal `load` of SvelteKit,
 * reading one throws unless the application lists it in `filterSerializedResponseHeaders`.
 */
export function headerOf(response: Pick<Response, 'headers'>, name: string): string {
  try {
    return response.headers.get(name) ?? ''
  } catch {
    return ''
  }
}
