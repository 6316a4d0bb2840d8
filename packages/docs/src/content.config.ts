import { docsSchema, i18nSchema } from '@astrojs/starlight/schema'
import { defineCollection } from 'astro/content/config'
import { z } from 'astro/zod'
import { pagesLoader, wholeReferenceLoader } from './publishing/pages-loader.ts'

const operation = z.object({
  id: z.string(),
  summary: z.string(),
  method: z.string(),
  path: z.string(),
  tags: z.array(z.string()),
  role: z.string().optional(),
  credentials: z.string(),
  idempotent: z.boolean(),
  since: z.string().optional(),
  deprecation: z
    .object({
      reason: z.string(),
      replacement: z.string().optional(),
      since: z.string().optional(),
      sunset: z.string().optional(),
    })
    .optional(),
})

export const collections = {
  docs: defineCollection({
    loader: pagesLoader(),
    schema: docsSchema({ extend: z.object({ operation: operation.optional() }) }),
  }),
  // What Starlight says by itself on each page.
  i18n: defineCollection({
    loader: () => [{ id: 'en', 'tableOfContents.overview': 'At a glance' }],
    schema: i18nSchema(),
  }),
  wholeReference: defineCollection({ loader: wholeReferenceLoader() }),
}
