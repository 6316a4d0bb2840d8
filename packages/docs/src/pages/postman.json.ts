import type { APIRoute } from 'astro'
import text from '../generated/postman.json?raw'

/** Every operation and workflow, for applications that send requests. */
export const GET: APIRoute = () => new Response(text)
