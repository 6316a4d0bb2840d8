import {
  DocumentError,
  type DocumentModel,
  type Operation,
  pointerTo,
  resolveSchema,
} from '../../model/index.ts'
import { literal } from '../../text/literal.ts'

const byDefault = { array: { style: 'form', explode: true }, object: { style: 'deepObject', explode: true } }
type Kind = keyof typeof byDefault

/** What writes a query that may hold lists or objects: openapi-fetch's serializer; nothing where there are single values only. */
export function querySerializer(model: DocumentModel, operation: Operation): string | undefined {
  const inQuery = operation.parameters.filter((parameter) => parameter.in === 'query')
  if (inQuery.every(({ schema }) => isSingle(resolveSchema(model.source, schema).type))) return undefined
  const written = {
    ...onlyStyle(model, operation, 'array'),
    ...onlyStyle(model, operation, 'object'),
  }
  return `createQuerySerializer(${Object.keys(written).length > 0 ? literal(written) : ''})`
}

function isSingle(type: unknown): boolean {
  const types = Array.isArray(type) ? type : [type]
  return types.every((name) => ['string', 'integer', 'number', 'boolean', 'null'].includes(name))
}

function onlyStyle({ source }: DocumentModel, operation: Operation, kind: Kind) {
  const styles = operation.parameters
    .filter((parameter) => parameter.in === 'query')
    .filter(({ schema }) => resolveSchema(source, schema).type === kind)
    .map(({ style, explode }) => ({ style, explode }))
  const [first, ...others] = styles
  if (!first || isSame(first, byDefault[kind])) return {}
  if (others.every((other) => isSame(other, first))) return { [kind]: first }
  throw new DocumentError(
    pointerTo('paths', operation.path, operation.method),
    `its ${kind} parameters in the query have different styles. Expected one for all, such as "style: form" with "explode: false".`,
  )
}

function isSame(
  one: { style: string; explode: boolean },
  other: { style: string; explode: boolean },
): boolean {
  return one.style === other.style && one.explode === other.explode
}
