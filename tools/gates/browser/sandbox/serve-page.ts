import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { serve } from '@windmill-user-api/sandbox/node'

const mediaTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.wasm': 'application/wasm',
}

/** The page may run its own scripts and compile WebAssembly, and make no code of texts. */
const contentSecurityPolicy = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'"

export interface ServedPage extends AsyncDisposable {
  readonly url: string
  /** The paths that were asked for and are not there. */
  readonly missing: readonly string[]
}

/** Serves files of a folder, and nothing that answers by itself. */
export async function servePage(folder: string): Promise<ServedPage> {
  const missing: string[] = []
  const answer = async ({ url }: Request): Promise<Response> => {
    const { pathname } = new URL(url)
    const headers = {
      'Content-Type': mediaTypes[path.extname(pathname)] ?? 'application/octet-stream',
      'Content-Security-Policy': contentSecurityPolicy,
    }
    try {
      return new Response(await readFile(path.join(folder, pathname)), { headers })
    } catch {
      missing.push(pathname)
      return new Response('not here', { status: 404 })
    }
  }
  const { url, close } = await serve({ fetch: answer })
  return { url, missing, [Symbol.asyncDispose]: close }
}
