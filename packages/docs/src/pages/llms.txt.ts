import type { APIRoute } from 'astro'
import { llmsText } from '../publishing/llms-text.ts'
import { publishedPages } from '../publishing/pages.ts'

export const GET: APIRoute = async () => new Response(llmsText('Windmill user API', await publishedPages()))
