import type { Database } from '../database/schema.ts'
import { isReady } from '../store/ready.ts'

/** Where those who run a sandbox ask how it is. It stands beside the API, not below its base path. */
export const healthPath = '/health'

/** That it answers says that it is live; it is ready, with a 200 instead of a 503, when its database answers too. */
export async function checkHealth(database: Database): Promise<Response> {
  const ready = await isReady(database)
  const headers = { 'Cache-Control': 'no-store', ...(!ready && { 'Retry-After': '1' }) }
  return Response.json({ live: true, ready }, { status: ready ? 200 : 503, headers })
}
