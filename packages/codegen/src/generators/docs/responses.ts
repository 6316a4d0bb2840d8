import { STATUS_CODES } from 'node:http'
import { type Header, isSuccess, type Link, type Operation, type Response } from '../../model/index.ts'
import { mediaLine, mediaName } from './bodies.ts'
import type { Context } from './context.ts'
import { cureNote, failureExamples } from './failures.ts'
import { blocks, code, either, link, list, section, table } from './markdown.ts'
import { explain, membersTable } from './members.ts'
import { proseSentence } from './prose.ts'
import { inWords } from './runtime-expression.ts'
import { typeOf } from './schema-type.ts'
import { pages } from './site.ts'

export function responsesSection(context: Context, operation: Operation): string {
  const { responses } = operation
  const failures = responses.some((response) => !isSuccess(response))
  return section(
    '## Responses',
    blocks(
      ...responses.map((response) => responsePart(context, operation, response)),
      failures
        ? `For all error texts, and how the client reports them, see ${link('Errors', pages.errors)}.`
        : '',
    ),
  )
}

/** `201 Created`; a range or `default` stays as the document has it. */
export function statusTitle(status: string): string {
  if (status === 'default') return 'Any other status'
  const phrase = STATUS_CODES[status]
  return phrase === undefined ? status : `${status} ${phrase}`
}

function responsePart(context: Context, operation: Operation, response: Response): string {
  const line = isSuccess(response) ? mediaLine : mediaName
  return blocks(
    `### ${statusTitle(response.status)}`,
    proseSentence(context, response.description),
    cureNote(context, operation, response),
    headersTable(context, response.headers),
    ...response.content.map((media) =>
      blocks(
        line(context, media),
        membersTable(context, media.schema),
        failureExamples(context, response, media),
      ),
    ),
    response.content.length === 0 ? 'No body.' : '',
  )
}

function headersTable(context: Context, headers: readonly Header[]): string {
  const rows = headers.map((header) => [
    code(header.name),
    typeOf(context, header.schema),
    header.required ? 'always' : 'not always',
    explain(context, { ...header.schema, description: header.description }, header.examples[0]?.value),
  ])
  return table(['Header', 'Type', 'Sent', 'Description'], rows)
}

/** The links of the document: which operations can use what came back. */
export function nextSection(context: Context, { responses }: Operation): string {
  const links = responses.flatMap((response) => response.links)
  return section('## What you can do next', list(links.map((next) => nextItem(context, next))))
}

function nextItem(context: Context, { name, operationId = name, description, parameters }: Link): string {
  const passed = Object.entries(parameters).map(
    ([parameter, value]) => `${code(parameter)} is ${inWords(value)}`,
  )
  const how = passed.length === 0 ? '' : ` There, ${either(passed, 'and')}.`
  return `${link(code(operationId), context.links.operation(operationId))}: ${proseSentence(context, description)}${how}`
}
