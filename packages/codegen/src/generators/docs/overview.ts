import type { DocumentModel, Operation } from '../../model/index.ts'
import { siteContext } from './context.ts'
import { describeScheme } from './credentials.ts'
import { deprecatedMark } from './deprecated.ts'
import { draftMark } from './draft.ts'
import { blocks, code, frontMatter, link, sentence, table } from './markdown.ts'
import { prose } from './prose.ts'
import { baseUrl } from './sample-request.ts'
import { siteLinks } from './site.ts'

/** The first page of the reference: what the document says of itself, and a table of all operations. */
export function overviewPage(model: DocumentModel): string {
  return `${blocks(
    frontMatter({
      title: 'All operations',
      description: `${model.title}, version ${model.version}`,
      // the table needs the width
      tableOfContents: false,
    }),
    `Paths are relative to ${code(baseUrl(model))}.`,
    operationsTable(model.operations),
    model.description === '' ? '' : `## About the API\n\n${prose(siteContext(model), model.description)}`,
  )}\n`
}

function operationsTable(operations: readonly Operation[]): string {
  const rows = operations.map((operation) => [
    link(code(operation.id), siteLinks.operation(operation.id)),
    code(`${operation.method.toUpperCase()} ${operation.path}`),
    `${operation.summary}${draftMark(operation.draft)}${deprecatedMark(operation.deprecation)}`,
    operation.role ?? '',
  ])
  return table(['Operation', 'Call', 'Summary', 'Role'], rows)
}

/** The roles that `x-role` knows, from the fewest rights to the most. */
const rolesByRights = ['anonymous', 'user', 'member', 'workspace-admin', 'super-admin']

function isOther(role: string): boolean {
  return !rolesByRights.includes(role)
}

/** Which operations each role may call. */
export function rolesPart({ operations }: DocumentModel): string {
  const roles = new Set(operations.flatMap(({ role }) => role ?? []))
  const ordered = [...rolesByRights.filter((role) => roles.has(role)), ...[...roles].filter(isOther)]
  const rows = ordered.map((role) => {
    const own = operations.filter((operation) => operation.role === role)
    return [code(role), own.map(({ id }) => link(code(id), siteLinks.operation(id))).join(', ')]
  })
  return `${table(['Role', 'Operations'], rows)}\n`
}

/** How each scheme proves who calls. */
export function credentialsPart(model: DocumentModel): string {
  const rows = model.securitySchemes.map((scheme) => [
    code(scheme.name),
    describeScheme(scheme),
    prose(siteContext(model), sentence(scheme.description)),
  ])
  return `${table(['Scheme', 'How it is sent', 'Description'], rows)}\n`
}
