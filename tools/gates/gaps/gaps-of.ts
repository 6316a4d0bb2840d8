import type { DocumentModel, Operation } from '@windmill-user-api/codegen'
import { answeredBy, takenBy } from './members.ts'

/** What the sandbox was seen to do with the calls of an operation. */
export interface Observed {
  readonly read: ReadonlySet<string>
  readonly sent: ReadonlySet<string>
  readonly statuses: ReadonlySet<string>
}

const nothing: Observed = { read: new Set(), sent: new Set(), statuses: new Set() }

/** What the document has of an operation and its handler passes over, a line each, with the file to look at. */
export function gapsOf(model: DocumentModel, observed: ReadonlyMap<string, Observed>): string[] {
  return model.operations.flatMap((operation) =>
    gapsIn(model, operation, observed.get(operation.id) ?? nothing),
  )
}

function gapsIn(model: DocumentModel, operation: Operation, { read, sent, statuses }: Observed): string[] {
  const documented = operation.responses.map(({ status }) => status)
  const told = [
    ...takenBy(model, operation)
      .filter((member) => !read.has(member))
      .map((member) => `${named(member)} is never read`),
    ...[...read]
      .filter((member) => member.endsWith('…'))
      .map(
        (member) =>
          `${member} is copied as a whole, so that nobody sees what is read of it. Name its members`,
      ),
    ...answeredBy(model, operation)
      .filter((member) => !sent.has(member))
      .map((member) => `the response member \`${member}\` is never sent`),
    ...documented
      .filter((status) => !statuses.has(status))
      .map((status) => `status ${status} is never returned`),
    ...[...statuses]
      .filter((status) => !documented.includes(status))
      .map((status) => `status ${status} is returned, and the document does not have it`),
  ]
  const file = `packages/sandbox/src/operations/${operation.id}.ts`
  return told.map((text) => `${operation.id}: ${text}. ${file}`)
}

const kinds: Readonly<Record<string, string>> = {
  path: 'the path parameter',
  query: 'the query parameter',
  cookie: 'the cookie',
  body: 'the request member',
}

function named(member: string): string {
  const [place = '', name = ''] = member.split(' ')
  return `${kinds[place]} \`${name}\``
}
