import { type MediaType, type RequestBody, resolveSchema } from '../../model/index.ts'
import type { Context } from './context.ts'
import { examplesOf } from './examples.ts'
import { blocks, code, section } from './markdown.ts'
import { membersTable } from './members.ts'
import { proseSentence } from './prose.ts'
import { limitsOf } from './schema-limits.ts'
import { typeOf } from './schema-type.ts'

export function requestBodySection(context: Context, body: RequestBody | undefined): string {
  if (!body) return ''
  const introduction = [proseSentence(context, body.description), body.required ? '' : 'It may be left out.']
  return section(
    '## Request body',
    blocks(introduction.join(' '), ...body.content.map((media) => requestContent(context, media))),
  )
}

function requestContent(context: Context, media: MediaType): string {
  const schema = resolveSchema(context.model.source, media.schema)
  return blocks(mediaLine(context, media), membersTable(context, schema), examplesOf(media))
}

/** What is sent, and as what: `application/json`, array of [User](…), at most 3 items. */
export function mediaLine(context: Context, media: MediaType): string {
  const limits = limitsOf(resolveSchema(context.model.source, media.schema))
  return [mediaName(context, media), ...limits].join(', ')
}

/** The same in short, for an answer whose examples say enough. */
export function mediaName(context: Context, { name, kind, schema }: MediaType): string {
  return `${code(name)}, ${kind === 'stream' ? 'a stream of items, each ' : ''}${typeOf(context, schema)}`
}
