import { capitalized } from '../../model/index.ts'
import type { Context } from './context.ts'
import { link, sentence } from './markdown.ts'
import { anchor } from './site.ts'

/**
 * A text of the document, in which each `operationId` written as code becomes a link to that operation. What leads nowhere from a page of the
 * site becomes text, and an image of somewhere else a link: pages load nothing from third parties.
 */
export function prose({ model, links }: Context, text: string): string {
  return withLivingLinks(text).replaceAll(/(?<!\[)`(\w+)`/g, (written, name: string) =>
    model.operations.some(({ id }) => id === name) ? link(written, links.operation(name)) : written,
  )
}

function withLivingLinks(text: string): string {
  const headings = [...text.matchAll(/^#+ +(.+)$/gm)].map(([, heading = '']) => `#${anchor(heading.trim())}`)
  return text
    .replaceAll(/<img\b[^>]*>/gi, '')
    .replaceAll(
      /(!?)\[([^[\]]*)\]\(([^()\s]+)(?:\s+"[^"]*")?\)/g,
      (written, image: string, label: string, target: string) => {
        const isElsewhere = /^(?:https?|mailto):/i.test(target)
        if (image !== '') return isElsewhere ? link(label || target, target) : label
        return isElsewhere || headings.includes(target) ? written : label
      },
    )
}

/** The same with a capital letter and a full stop, for the document's short descriptions. */
export function proseSentence(context: Context, text: string): string {
  return prose(context, sentence(capitalized(text)))
}
