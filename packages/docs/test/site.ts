import { readdir, readFile } from 'node:fs/promises'

const folder = new URL('../dist/', import.meta.url)

/** The built site: path below its root → text, for the files that a browser reads as text. */
export async function readSite(): Promise<ReadonlyMap<string, string>> {
  const files = await readdir(folder, { recursive: true }).catch((cause: unknown) => {
    throw new Error('the site is not built yet. Run first: pnpm build', { cause })
  })
  const texts = files.filter((file) => /\.(?:html|css|js|json|yaml|md|txt|svg)$/.test(file)).toSorted()
  return new Map(
    await Promise.all(
      texts.map(async (file) => [file, await readFile(new URL(file, folder), 'utf8')] as const),
    ),
  )
}

export interface Reference {
  readonly page: string
  /** `a`, `link`, `script`, … */
  readonly element: string
  readonly target: string
}

/** Everything that a page of HTML refers to. */
export function referencesOf(page: string, html: string): readonly Reference[] {
  return [...html.matchAll(/<(\w[\w-]*)\b[^>]*?\s(?:href|src)="([^"]*)"/g)].map(
    ([, element = '', target = '']) => ({
      page,
      element,
      target: target.replaceAll('&amp;', '&'),
    }),
  )
}

/** The ids that a link into a page may name. */
export function idsOf(html: string): ReadonlySet<string> {
  return new Set([...html.matchAll(/\sid="([^"]+)"/g)].map(([, id = '']) => id))
}

/** What a page says once scripts, styles and tags are gone. */
export function textOf(html: string): string {
  return (
    html
      .replaceAll(/<(script|style)\b.*?<\/\1>/gs, '')
      // where a path may break
      .replaceAll('<wbr>', '')
      .replaceAll(/<[^>]+>/g, ' ')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&quot;', '"')
      .replaceAll('&#39;', "'")
      .replaceAll('&amp;', '&')
      .replaceAll(/\s+/g, ' ')
  )
}
