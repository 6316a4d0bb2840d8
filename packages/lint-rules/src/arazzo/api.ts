import { isDraft } from '../drafts.ts'
import { readFile, resolveFrom } from '../files.ts'
import { namesInPath } from '../operations.ts'
import { isRecord, listOf, memberOf, recordOf, textsOf } from '../reading.ts'
import { type FoundSchema, schemaBehind } from '../schemas.ts'

/** A parameter that an operation takes. */
export interface ApiParameter {
  name: string
  place: string
  required: boolean
  schema: FoundSchema
}

/** What an operation of an OpenAPI document takes and returns, for those who call it. */
export interface ApiOperation {
  id: string | undefined
  path: string
  method: string
  /** Whether it is not published yet. */
  isDraft: boolean
  /** What it takes and returns, read when it is asked for: most operations are in no workflow. */
  details: () => OperationDetails
}

/** What an operation takes and returns. */
export interface OperationDetails {
  parameters: ApiParameter[]
  bodyRequired: boolean
  /** The schemas of its body, by media type. */
  body: Record<string, FoundSchema>
  /** The schemas of its responses, by status and media type. */
  responses: Record<string, Record<string, FoundSchema>>
}

/** An OpenAPI document as a workflow sees it. */
export interface Api {
  file: string
  operations: ApiOperation[]
  /** Parameters that carry credentials: no operation lists them. */
  credentials: () => { name: string; place: string }[]
}

type Resolve = ReturnType<typeof resolveFrom>

const fileOf = (found: ReturnType<Resolve>, otherwise: string): string =>
  found.location?.source.absoluteRef ?? otherwise

const parametersIn = (parent: unknown, resolve: Resolve, file: string): ApiParameter[] =>
  listOf(memberOf(parent, 'parameters')).flatMap((reference) => {
    const found = resolve(reference, file)
    const [name, place] = textsOf([memberOf(found.node, 'name'), memberOf(found.node, 'in')])
    if (name === undefined || place === undefined) return []
    const required = memberOf(found.node, 'required') === true
    const schema = schemaBehind(memberOf(found.node, 'schema'), resolve, fileOf(found, file))
    return [{ name, place, required, schema }]
  })

const contentIn = (reference: unknown, resolve: Resolve, file: string): Record<string, FoundSchema> => {
  const found = resolve(reference, file)
  const content = Object.entries(recordOf(memberOf(found.node, 'content')))
  return Object.fromEntries(
    content.map(([mediaType, media]) => [
      mediaType,
      schemaBehind(memberOf(media, 'schema'), resolve, fileOf(found, file)),
    ]),
  )
}

/** A path takes what it names in braces, whether it is declared or not: `path-parameters` reports that. */
const ofPath = (path: string, declared: ApiParameter[]): ApiParameter[] =>
  namesInPath(path)
    .filter((name) => !declared.some((parameter) => parameter.name === name && parameter.place === 'path'))
    .map((name) => ({ name, place: 'path', required: true, schema: { node: undefined, file: undefined } }))

const detailsOf = (
  path: string,
  pathItem: unknown,
  operation: unknown,
  resolve: Resolve,
  file: string,
): OperationDetails => {
  const { requestBody, responses } = recordOf(operation)
  const own = parametersIn(operation, resolve, file)
  const isOverridden = ({ name, place }: ApiParameter) =>
    own.some((each) => each.name === name && each.place === place)
  const shared = parametersIn(pathItem, resolve, file).filter((parameter) => !isOverridden(parameter))
  const declared = [...shared, ...own]
  const statuses = Object.entries(recordOf(responses))
  return {
    parameters: [...declared, ...ofPath(path, declared)],
    bodyRequired: memberOf(resolve(requestBody, file).node, 'required') === true,
    body: contentIn(requestBody, resolve, file),
    responses: Object.fromEntries(
      statuses.map(([status, response]) => [status, contentIn(response, resolve, file)]),
    ),
  }
}

const once = <Value>(make: () => Value): (() => Value) => {
  let made: { value: Value } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}

const methods = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace', 'query']

const operationsIn = (path: string, reference: unknown, resolve: Resolve, root: string): ApiOperation[] => {
  const found = resolve(reference, root)
  const file = fileOf(found, root)
  return methods.flatMap((method) => {
    const operation = memberOf(found.node, method)
    if (!isRecord(operation)) return []
    const id = operation['operationId']
    const details = once(() => detailsOf(path, found.node, operation, resolve, file))
    return [
      { id: typeof id === 'string' ? id : undefined, path, method, isDraft: isDraft(operation), details },
    ]
  })
}

/** The OpenAPI document in a file; undefined where there is none. */
export const apiIn = (file: string): Api | undefined => {
  const root = readFile(file)
  if (!isRecord(memberOf(root, 'paths'))) return undefined
  const resolve = resolveFrom(file)
  const schemes = Object.values(recordOf(memberOf(root, 'components', 'securitySchemes')))
  return {
    file,
    operations: Object.entries(recordOf(memberOf(root, 'paths'))).flatMap(([path, pathItem]) =>
      operationsIn(path, pathItem, resolve, file),
    ),
    credentials: () =>
      schemes.flatMap((reference) => {
        const { node } = resolve(reference, file)
        const [name, place] = textsOf([memberOf(node, 'name'), memberOf(node, 'in')])
        return name === undefined || place === undefined ? [] : [{ name, place }]
      }),
  }
}
