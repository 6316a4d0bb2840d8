import { realpathSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import starlight from '@astrojs/starlight'
import type { AstroIntegration } from 'astro'
import { defineConfig } from 'astro/config'
import { noticesOf } from '../../notices.shared.ts'
import { readOperations } from './src/navigation/operations.ts'
import { sidebar } from './src/navigation/sidebar.ts'
import { finishSite } from './src/publishing/finish-site.ts'
import { addBrowserSandbox } from './src/send/browser-sandbox.ts'
import { readWorkflows } from './src/workflows/read-workflows.ts'

const [operations, workflows] = await Promise.all([readOperations(), readWorkflows()])

/** Whose scripts and styles are copied into the site: Starlight's and what it brings along. */
const copied = ['@astrojs/starlight', 'astro-expressive-code']

/** Their licences lie beside the pages. */
const keepNotices: AstroIntegration = {
  name: 'keep-notices',
  hooks: {
    'astro:build:done': async ({ dir }) => {
      const starlightFolder = realpathSync(path.join(import.meta.dirname, 'node_modules/@astrojs/starlight'))
      const neighbours = path.resolve(starlightFolder, '../..')
      const folders = copied.map((name) => `${neighbours}/${name}/`)
      const search = realpathSync(path.join(import.meta.dirname, 'node_modules/minisearch'))
      for (const { fileName, source } of noticesOf([...folders, `${search}/`])) {
        const file = path.join(fileURLToPath(dir), fileName)
        await mkdir(path.dirname(file), { recursive: true })
        await writeFile(file, source)
      }
    },
  },
}

/** Its URLs would begin with a slash, and nothing is loaded before somebody asks for it. Astro replaces what the configuration says of it. */
const loadNothingAhead = {
  name: 'load-nothing-ahead',
  configEnvironment: () => ({ build: { modulePreload: { resolveDependencies: () => [] } } }),
}

export default defineConfig({
  // What a browser would fetch ahead is a click away: the whole site is smaller than one photograph.
  prefetch: false,
  devToolbar: { enabled: false },
  vite: { plugins: [loadNothingAhead] },
  integrations: [
    // Takes the place of Starlight's site map, which would need to know where the site will be.
    { name: '@astrojs/sitemap', hooks: {} },
    starlight({
      title: 'Windmill user API',
      favicon: '/favicon.svg',
      // A long line of code wraps instead of leaving its box.
      expressiveCode: { defaultProps: { wrap: true } },
      // `src/search` is the search.
      pagefind: false,
      // `src/pages/404.astro` is the page.
      disable404Route: true,
      customCss: ['./src/styles/site.css'],
      components: {
        MarkdownContent: './src/components/MarkdownContent.astro',
        PageTitle: './src/components/PageTitle.astro',
        Search: './src/components/Search.astro',
      },
      // Pages come from `src/guides`, `src/generated` and the workflows, not from Starlight's own folder.
      markdown: { processedDirs: ['./src'] },
      tableOfContents: { minHeadingLevel: 2, maxHeadingLevel: 3 },
      sidebar: sidebar(operations, workflows),
    }),
    keepNotices,
    addBrowserSandbox,
    finishSite,
  ],
})
