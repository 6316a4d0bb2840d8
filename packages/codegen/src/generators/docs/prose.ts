import { capitalized } from '../../model/index.ts'
import type { Context } from './context.ts'
import { link, sentence } from './markdown.ts'

/** A text of the document, in which each `operationId` written as code becomes a link to that operation. */
export function prose({ model, links }: Context, text: string): string {
  return text.replaceAll(/(?<!\[)`(\w+)`/g, (written, name: string) =>
    model.operations.some(({ id }) => id === name) ? link(written, links.operation(name)) : written,
  )
}

/** The same with a capital letter and a full stop, for the document's short descriptions. */
export function proseSentence(context: Context, text: string): string {
  return prose(context, sentence(capitalized(text)))
}
