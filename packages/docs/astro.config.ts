import starlight from '@astrojs/starlight'
import { defineConfig } from 'astro/config'
import { readOperations } from './src/navigation/operations.ts'
import { sidebar } from './src/navigation/sidebar.ts'
import { readWorkflows } from './src/workflows/read-workflows.ts'

const [operations, workflows] = await Promise.all([readOperations(), readWorkflows()])

export default defineConfig({
  // What a browser would fetch ahead is a click away: the whole site is smaller than one photograph.
  prefetch: false,
  devToolbar: { enabled: false },
  integrations: [
    // Takes the place of Starlight's site map, which would need to know where the site will be.
    { name: '@astrojs/sitemap', hooks: {} },
    starlight({
      title: 'Windmill user API',
      favicon: '/favicon.svg',
      // `src/guides/404.md` is the page, with the same head as all others.
      disable404Route: true,
      customCss: ['./src/styles/site.css'],
      components: { PageTitle: './src/components/PageTitle.astro' },
      // Pages come from `src/guides`, `src/generated` and the workflows, not from Starlight's own folder.
      markdown: { processedDirs: ['./src'] },
      tableOfContents: { minHeadingLevel: 2, maxHeadingLevel: 3 },
      sidebar: sidebar(operations, workflows),
    }),
  ],
})
