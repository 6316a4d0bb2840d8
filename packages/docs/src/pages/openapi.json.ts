import text from '@windmill-user-api/openapi/openapi.json?raw'
import type { APIRoute } from 'astro'

/** The document that everything here is made of. */
export const GET: APIRoute = () => new Response(text)
