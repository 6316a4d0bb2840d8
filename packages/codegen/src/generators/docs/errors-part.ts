import { type DocumentModel, isSuccess, type Operation, type Response } from '../../model/index.ts'
import { type Context, siteContext } from './context.ts'
import { cureOf } from './cures.ts'
import { type ErrorText, errorTexts, labelledCure } from './failures.ts'
import { blocks, code, link, table } from './markdown.ts'
import { proseSentence } from './prose.ts'
import { statusTitle } from './responses.ts'

/** One error that several operations may return: a text as the server sends it, or a response without such a text. */
interface KnownError extends Omit<ErrorText, 'text'> {
  readonly status: string
  readonly text: string | undefined
  readonly operations: Operation[]
}

/** Up to this many operations of an error are named. */
const namedOperations = 40

/** Every error text of the document by its status, each with its cause, what to do, and the operations that return it. */
export function errorsPart(model: DocumentModel): string {
  const context = siteContext(model)
  const errors = errorsOf(model)
  const statuses = [...new Set(errors.map(({ status }) => status))].toSorted()
  const parts = statuses.map((status) => statusPart(context, status, ofStatus(errors, status)))
  return `${blocks(kindsTable(errors, statuses), ...parts)}\n`
}

function errorsOf({ operations }: DocumentModel): KnownError[] {
  const errors = new Map<string, KnownError>()
  for (const operation of operations)
    for (const response of operation.responses.filter((candidate) => !isSuccess(candidate)))
      for (const error of errorsOfResponse(operation, response)) {
        const key = JSON.stringify([error.status, error.text ?? error.cause])
        const known = errors.get(key) ?? { ...error, operations: [] }
        if (!known.operations.includes(operation)) known.operations.push(operation)
        errors.set(key, known)
      }
  return [...errors.values()]
}

function errorsOfResponse(operation: Operation, response: Response): Omit<KnownError, 'operations'>[] {
  const { status, description } = response
  const texts = errorTexts(operation, response)
  if (texts.length === 0)
    return [{ status, text: undefined, cause: description, cure: cureOf(operation, response) }]
  return texts.map((text) => ({ status, ...text, cause: text.cause || description }))
}

function ofStatus(errors: readonly KnownError[], status: string): KnownError[] {
  return errors.filter((error) => error.status === status)
}

function kindsTable(errors: readonly KnownError[], statuses: readonly string[]): string {
  const rows = statuses.map((status) => {
    const own = ofStatus(errors, status)
    const operations = new Set(own.flatMap((error) => error.operations))
    return [statusTitle(status), code(kindOf(own)), String(operations.size)]
  })
  return table(['Status', 'Body', 'Operations'], rows)
}

/** What the texts of a status have in common: `Bad request: …`. */
function kindOf(errors: readonly KnownError[]): string {
  const [first = ''] = errors.flatMap(({ text = [] }) => text)
  const colon = first.indexOf(': ')
  return colon === -1 ? first || '…' : `${first.slice(0, colon)}: …`
}

function statusPart(context: Context, status: string, errors: readonly KnownError[]): string {
  return blocks(`### ${statusTitle(status)}`, ...errors.map((error) => errorPart(context, error)))
}

function errorPart(context: Context, { text, cause, cure, operations }: KnownError): string {
  return blocks(
    text === undefined ? '' : `#### ${code(text)}`,
    [proseSentence(context, cause), labelledCure(context, cure)].filter((part) => part !== '').join(' '),
    `Returned by ${operationLinks(context, operations)}.`,
  )
}

function operationLinks(context: Context, operations: readonly Operation[]): string {
  const named = operations.slice(0, namedOperations)
  const links = named.map(({ id }) => link(code(id), context.links.operation(id))).join(', ')
  const others = operations.length - named.length
  return others === 0 ? links : `${links} and ${others} others`
}
