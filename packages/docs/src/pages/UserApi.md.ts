import type { APIRoute } from 'astro'
import { markdownResponse, wholeReference } from '../publishing/pages.ts'

export const GET: APIRoute = async () => markdownResponse(await wholeReference())
