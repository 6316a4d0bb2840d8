import { fileURLToPath } from 'node:url'
import type { Loader, LoaderContext } from 'astro/loaders'
import { parseFrontmatter } from 'astro/markdown'
import { sinceWhen } from '../changelog/releases.ts'
import type { PageFile } from './page-file.ts'
import { readPages, readWholeReference } from './page-files.ts'

const watched = fileURLToPath(new URL('../', import.meta.url))

/** Fills Starlight's collection from wherever pages come from. */
export function pagesLoader(): Loader {
  return loader('pages-loader', async (context) => {
    const pages = await readPages()
    const entries = await Promise.all(pages.map((page) => pageEntry(context, page)))
    context.store.clear()
    for (const entry of entries) context.store.set(entry)
  })
}

/** Holds the one file of the whole reference, which is published and not rendered. */
export function wholeReferenceLoader(): Loader {
  return loader('whole-reference-loader', async ({ store }) => {
    store.set({ id: 'whole', data: {}, body: await readWholeReference() })
  })
}

/** Loads once, and in development again whenever a source changes. */
function loader(name: string, loadAll: (context: LoaderContext) => Promise<void>): Loader {
  return {
    name,
    load: async (context) => {
      await loadAll(context)
      const { watcher } = context
      watcher?.add(watched)
      watcher?.on('all', (_event, file) => {
        if (!file.startsWith(watched)) return
        // A page that is half written is loaded again when it is whole.
        loadAll(context).catch((error: unknown) => context.logger.error(String(error)))
      })
    },
  }
}

async function pageEntry(context: LoaderContext, { id, text }: PageFile) {
  const { frontmatter, content } = parseFrontmatter(text)
  // Starlight adds anchors and asides to files below the folders that its configuration names.
  const filePath = `src/pages/${id}.md`
  const data = await context.parseData({ id, data: withSince(frontmatter), filePath })
  const rendered = await context.renderMarkdown(text, { fileURL: new URL(filePath, context.config.root) })
  return { id, data, filePath, body: content.trim(), digest: context.generateDigest(text), rendered }
}

/** The page of an operation says since which release there is the operation. */
function withSince(head: Readonly<Record<string, unknown>>) {
  const { operation } = head
  if (typeof operation !== 'object' || operation === null || !('id' in operation)) return head
  const since = sinceWhen(String(operation.id))
  return since === undefined ? head : { ...head, operation: { ...operation, since } }
}
