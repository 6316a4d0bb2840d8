import { converse } from './converse.mjs'

// workerd: the origin is in the query, and what came of it is the answer.
// biome-ignore lint/style/noDefaultExport: workerd calls the default export
export default {
  fetch: async ({ url }) => Response.json(await converse(new URL(url).searchParams.get('origin'))),
}
