import { type DocumentModel, isSuccess, type Operation, type Response } from '../../model/index.ts'
import { type Context, siteContext } from './context.ts'
import { blocks, code, link, list, table } from './markdown.ts'
import { proseSentence } from './prose.ts'
import { statusTitle } from './responses.ts'
import { plain } from './sample-request.ts'

/** One answer that several operations may share. */
interface Cause {
  readonly response: Response
  readonly operations: Operation[]
}

/** Up to this many operations of a cause are named. */
const namedOperations = 6

/** Every status of failure that an operation lists, each with its causes and who answers it. */
export function errorsPart(model: DocumentModel): string {
  const context = siteContext(model)
  const causes = causesOf(model)
  const statuses = [...new Set(causes.map(({ response }) => response.status))].toSorted()
  const parts = statuses.map((status) => statusPart(context, status, ofStatus(causes, status)))
  return `${blocks(kindsTable(causes, statuses), ...parts)}\n`
}

/** Equal responses are one cause, whether or not they have a name in the document. */
function causesOf({ operations }: DocumentModel): Cause[] {
  const causes = new Map<string, Cause>()
  for (const operation of operations) {
    for (const response of operation.responses.filter((candidate) => !isSuccess(candidate))) {
      const key = `${response.status} ${response.component ?? response.description}`
      const cause = causes.get(key) ?? { response, operations: [] }
      cause.operations.push(operation)
      causes.set(key, cause)
    }
  }
  return [...causes.values()]
}

function ofStatus(causes: readonly Cause[], status: string): Cause[] {
  return causes.filter(({ response }) => response.status === status)
}

function kindsTable(causes: readonly Cause[], statuses: readonly string[]): string {
  const rows = statuses.map((status) => {
    const own = ofStatus(causes, status)
    const operations = new Set(own.flatMap((cause) => cause.operations))
    return [statusTitle(status), code(kindOf(own)), String(operations.size)]
  })
  return table(['Status', 'Body', 'Operations'], rows)
}

/** What the texts of a status have in common: `Bad request: …`. */
function kindOf(causes: readonly Cause[]): string {
  const [first = ''] = causes.flatMap(({ response }) => bodiesOf(response))
  const colon = first.indexOf(': ')
  return colon === -1 ? first || '…' : `${first.slice(0, colon)}: …`
}

function statusPart(context: Context, status: string, causes: readonly Cause[]): string {
  return blocks(`### ${statusTitle(status)}`, list(causes.map((cause) => causeItem(context, cause))))
}

function causeItem(context: Context, { response, operations }: Cause): string {
  const [body] = bodiesOf(response)
  const named = operations.map(({ id }) => link(code(id), context.links.operation(id))).join(', ')
  return [
    proseSentence(context, response.description),
    body === undefined ? '' : `For example ${code(body)}.`,
    operations.length > namedOperations
      ? `Answered by ${operations.length} operations.`
      : `Answered by ${named}.`,
  ]
    .filter((part) => part !== '')
    .join(' ')
}

function bodiesOf({ content }: Response): string[] {
  return content.flatMap(({ kind, examples }) =>
    kind === 'text' ? examples.map(({ value }) => plain(value)) : [],
  )
}
