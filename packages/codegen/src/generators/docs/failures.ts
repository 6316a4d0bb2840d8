import { isSuccess, type MediaType, type Operation, type Response } from '../../model/index.ts'
import type { Context } from './context.ts'
import { cureOf, cureOfExample, hasOwnCures } from './cures.ts'
import { examplesOf } from './examples.ts'
import { code, list, sentence } from './markdown.ts'
import { prose } from './prose.ts'

/** A text that a server sends for a failure. */
export interface ErrorText {
  readonly text: string
  /** Empty where the document does not say it. */
  readonly cause: string
  readonly cure: string | undefined
}

/** What to do about a failure, unless its examples say so one by one. */
export function cureNote(context: Context, operation: Operation, response: Response): string {
  if (isSuccess(response) || hasOwnCures(response)) return ''
  return labelledCure(context, cureOf(operation, response))
}

/** `**What to do:** Ask an admin.` */
export function labelledCure(context: Context, cure: string | undefined): string {
  return cure === undefined ? '' : `**What to do:** ${prose(context, sentence(cure))}`
}

/** The texts of a failure, one for each example that is a line of text. */
export function errorTexts(operation: Operation, response: Response): ErrorText[] {
  if (isSuccess(response)) return []
  return response.content.filter(hasLines).flatMap(({ examples }) =>
    examples.map((example) => ({
      text: String(example.value),
      cause: example.summary || example.description,
      cure: cureOfExample(operation, response, example),
    })),
  )
}

/** The examples of a failure: lines of text as a list of causes, other bodies as they are. */
export function failureExamples(context: Context, response: Response, media: MediaType): string {
  if (isSuccess(response) || !hasLines(media)) return examplesOf(media)
  return list(
    media.examples.map(({ value, summary, description, cure }) => {
      const cause = prose(context, sentence(summary || description))
      const explanation = `${cause} ${labelledCure(context, cure)}`.trim()
      return [code(String(value)), explanation].filter((part) => part !== '').join(': ')
    }),
  )
}

function hasLines({ kind, examples }: MediaType): boolean {
  return (
    kind === 'text' &&
    examples.every(({ value }) => typeof value === 'string' && value !== '' && !/[\r\n]/.test(value))
  )
}
