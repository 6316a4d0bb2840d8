import { methods } from './operations.ts'
import { isRecord, listOf, memberOf, recordOf } from './reading.ts'

export const draft = 'x-draft'

export const isDraft = (node: unknown): boolean => memberOf(node, draft) === true

/** Keys whose members are named by the author of the document. */
const maps = new Set([
  ...['paths', 'webhooks', 'pathItems', 'callbacks', 'responses', 'requestBodies', 'content', 'headers'],
  ...['links', 'examples', 'schemas', 'parameters', 'securitySchemes'],
  ...['properties', 'patternProperties', '$defs', 'dependentSchemas'],
])

/** Keys that hold a value as it is: nothing in it is of OpenAPI. */
const literal = new Set(['value', 'example', 'default', 'const', 'enum'])

/** Visits every object of OpenAPI and JSON Schema below a part, itself included. */
const visitObjects = (part: unknown, visit: (node: Record<string, unknown>) => void, isMap = false): void => {
  for (const item of listOf(part)) visitObjects(item, visit)
  if (!isRecord(part)) return
  if (!isMap) visit(part)
  for (const [key, child] of Object.entries(part)) {
    const isValue = !isMap && (literal.has(key) || (key === 'examples' && Array.isArray(child)))
    if (!isValue) visitObjects(child, visit, !isMap && maps.has(key))
  }
}

/** The part of a bundled document that a node stands for. */
const resolveIn =
  (root: unknown) =>
  (node: unknown): unknown => {
    const reference = memberOf(node, '$ref')
    if (typeof reference !== 'string' || !reference.startsWith('#/')) return node
    const names = reference.slice(2).split('/')
    return memberOf(
      root,
      ...names.map((name) => decodeURIComponent(name).replaceAll('~1', '/').replaceAll('~0', '~')),
    )
  }

type Resolve = ReturnType<typeof resolveIn>

/** Takes the values of draft members out of a value of a schema. */
const stripValue = (value: unknown, schema: unknown, resolve: Resolve): void => {
  if (typeof value !== 'object' || value === null) return
  if (memberOf(schema, '$ref') !== undefined) stripValue(value, resolve(schema), resolve)
  for (const key of ['allOf', 'anyOf', 'oneOf'])
    for (const part of listOf(memberOf(schema, key))) stripValue(value, part, resolve)
  for (const item of listOf(value)) stripValue(item, memberOf(schema, 'items'), resolve)
  if (!isRecord(value)) return
  const properties = recordOf(memberOf(schema, 'properties'))
  for (const [name, member] of Object.entries(value)) {
    if (isDraft(properties[name])) delete value[name]
    else stripValue(member, properties[name] ?? memberOf(schema, 'additionalProperties'), resolve)
  }
}

/** Examples are values of the schema beside them, or of the schema that has them. */
const stripExamples = (node: Record<string, unknown>, resolve: Resolve): void => {
  const { schema = node, examples, example, default: usual } = node
  const named = Object.values(recordOf(examples)).map((one) => memberOf(resolve(one), 'value'))
  for (const value of [...listOf(examples), ...named, example, usual]) stripValue(value, schema, resolve)
}

const removeMembers = (node: Record<string, unknown>, resolve: Resolve): void => {
  const properties = recordOf(node['properties'])
  for (const [name, member] of Object.entries(properties)) if (isDraft(member)) delete properties[name]
  if (Array.isArray(node['parameters']))
    node['parameters'] = node['parameters'].filter((parameter) => !isDraft(resolve(parameter)))
}

/** Takes draft operations out of the paths. @returns Those that it took out. */
const removeOperations = (root: Record<string, unknown>): Record<string, unknown>[] => {
  const paths = recordOf(root['paths'])
  return Object.entries(paths).flatMap(([path, pathItem]) => {
    const own = methods.filter((method) => memberOf(pathItem, method) !== undefined)
    const drafts = own.filter((method) => isDraft(memberOf(pathItem, method)))
    const removed = drafts.map((method) => recordOf(memberOf(pathItem, method)))
    for (const method of drafts) delete recordOf(pathItem)[method]
    if (drafts.length > 0 && drafts.length === own.length) delete paths[path]
    return removed
  })
}

const removeLinks = (node: Record<string, unknown>, ids: unknown[], resolve: Resolve): void => {
  const links = recordOf(node['links'])
  for (const [name, link] of Object.entries(links))
    if (ids.includes(memberOf(resolve(link), 'operationId'))) delete links[name]
}

/** A tag goes with the last operation that has it. */
const removeTags = (root: Record<string, unknown>, removed: Record<string, unknown>[]): void => {
  const tagsOf = (operations: unknown[]) => operations.flatMap((one) => listOf(memberOf(one, 'tags')))
  const left = Object.values(recordOf(root['paths'])).flatMap((item) => Object.values(recordOf(item)))
  const gone = tagsOf(removed).filter((tag) => !tagsOf(left).includes(tag))
  if (Array.isArray(root['tags']))
    root['tags'] = root['tags'].filter((tag) => !gone.includes(memberOf(tag, 'name')))
}

/**
 * Takes what is a draft out of a bundled document: operations, with links to them and tags of theirs alone, parameters, and members of
 * schemas, with their values in examples. Components that nothing else uses stay.
 */
export const removeDrafts = (root: Record<string, unknown>): void => {
  const resolve = resolveIn(root)
  const removed = removeOperations(root)
  const ids = removed.map((operation) => operation['operationId'])
  visitObjects(root, (node) => stripExamples(node, resolve))
  // A link that is a component is looked at where it is used, so the components go last.
  visitObjects(root, (node) => removeLinks(node, ids, resolve))
  removeLinks({ links: memberOf(root, 'components', 'links') }, ids, resolve)
  visitObjects(root, (node) => removeMembers(node, resolve))
  removeTags(root, removed)
}
