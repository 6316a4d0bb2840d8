import {
  type DocumentModel,
  type Operation,
  type Parameter,
  resolveSchema,
  type Schema,
} from '@windmill-user-api/codegen'

/** Deeper than this a value holds itself. */
const deepest = 6

/** What a call of an operation may bring along: `path workspace`, `query page`, `body emails[].name`. */
export function takenBy(model: DocumentModel, { parameters, requestBody, role }: Operation): string[] {
  const json = requestBody?.content.find(({ kind }) => kind === 'json')
  return [
    ...parameters
      .filter((parameter) => !isReadBefore(parameter, role))
      .map((parameter) => `${parameter.in} ${parameter.name}`),
    ...(json ? membersOf(model, json.schema).map((member) => `body ${member}`) : []),
  ]
}

/** Credentials, headers, and the workspace in which a caller has the role, are read before a handler is called. */
function isReadBefore({ in: place, name, credential }: Parameter, role: string | undefined): boolean {
  const isOfWorkspace = role === 'member' || role === 'workspace-admin'
  return credential || place === 'header' || (isOfWorkspace && place === 'path' && name === 'workspace')
}

/** The members of what an operation answers when it succeeds: `[].email`. */
export function answeredBy(model: DocumentModel, { responses }: Operation): string[] {
  const json = responses
    .filter(({ status }) => status.startsWith('2'))
    .flatMap(({ content }) => content.filter(({ kind }) => kind === 'json'))
  return [...new Set(json.flatMap(({ schema }) => membersOf(model, schema)))]
}

/** Every named member in a value of a schema, those of lists and of objects in objects included. */
function membersOf(model: DocumentModel, schema: Schema, prefix = '', depth = 0): string[] {
  if (depth > deepest) return []
  const { properties = {}, items, allOf = [], anyOf = [], oneOf = [] } = resolveSchema(model.source, schema)
  const inner = (part: Schema, path: string) => membersOf(model, part, path, depth + 1)
  return [
    ...Object.entries(properties).flatMap(([name, member]) => {
      const path = prefix === '' || prefix.endsWith('.') ? `${prefix}${name}` : `${prefix}.${name}`
      return [path, ...inner(member, path)]
    }),
    ...(items ? inner(items, `${prefix}[]`) : []),
    ...[...allOf, ...anyOf, ...oneOf].flatMap((part) => inner(part, prefix)),
  ]
}
