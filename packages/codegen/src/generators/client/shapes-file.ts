import {
  type DocumentModel,
  isSuccess,
  type MediaType,
  type Operation,
  referenceName,
  type Schema,
} from '../../model/index.ts'
import { generatedBy } from '../../text/header.ts'
import { literal, memberName } from '../../text/literal.ts'
import { tsdoc } from '../../text/tsdoc.ts'

/** The shape of every JSON result, for the entry point that validates. */
export function shapesFile(model: DocumentModel): string {
  const results = model.operations.flatMap((operation) => {
    const shapes = [
      [operation.id, shapeOfKind(operation, 'json')],
      [`${operation.id} item`, shapeOfKind(operation, 'stream')],
    ] as const
    return shapes.flatMap(([name, shape]) => (shape ? [[name, shape] as const] : []))
  })
  const shapes = new Map(model.schemas.map(({ name, schema }) => [name, shapeOf(schema)]))
  const used = reachable(
    results.map(([, shape]) => shape),
    shapes,
  )
  const named = [...shapes].filter(([name]) => used.has(name))
  return [
    generatedBy('client'),
    // Without it a compiler would infer a type of each shape, which it does not accept where a property is called `constructor`.
    "import type { Shapes } from '../validate/shape.ts'",
    '',
    `${tsdoc(['The named schemas of the document, as far as their shape.'])}export const shapes: Shapes = ${objectOf(named)}`,
    '',
    `${tsdoc(['The shape of the JSON that an operation answers when it succeeds.'])}export const results: Shapes = ${objectOf(results)}`,
    '',
  ].join('\n')
}

/** What the whole of a result, or an item of it, has; what may also be text or bytes has no shape. */
function shapeOfKind({ responses }: Operation, wanted: MediaType['kind']): object | undefined {
  const successes = responses.filter(isSuccess)
  const media = successes.flatMap(({ content }) => content)
  if (media.length === 0 || media.some(({ kind }) => kind !== wanted)) return undefined
  const isAbsent = wanted === 'json' && successes.some(({ content }) => content.length === 0)
  const shapes = [...media.map(({ schema }) => shapeOf(schema)), ...(isAbsent ? [{ type: 'undefined' }] : [])]
  return shapes.length === 1 ? shapes[0] : { anyOf: shapes }
}

/** The names that shapes refer to, and those that these refer to. */
function reachable(
  from: readonly object[],
  shapes: ReadonlyMap<string, object>,
  found = new Set<string>(),
): ReadonlySet<string> {
  for (const [, name = ''] of JSON.stringify(from).matchAll(/"\$ref":"([^"]+)"/g)) {
    const shape = found.has(name) ? undefined : shapes.get(name)
    found.add(name)
    if (shape) reachable([shape], shapes, found)
  }
  return found
}

/** What of a schema says which members there are and of which type. */
function shapeOf(schema: Schema): object {
  const { $ref, type, required, properties, additionalProperties, items, prefixItems, allOf } = schema
  const { enum: values, const: value, anyOf, oneOf, patternProperties } = schema
  const shapes = [...(allOf ?? []).map(shapeOf), ...(anyOf && oneOf ? [{ anyOf: oneOf.map(shapeOf) }] : [])]
  return withoutAbsent({
    $ref: $ref && referenceName($ref),
    type,
    enum: value === undefined ? values : [value],
    properties:
      properties &&
      Object.fromEntries(Object.entries(properties).map(([name, member]) => [name, shapeOf(member)])),
    required,
    // Patterns are left out, and a member that matches one is no additional one.
    additionalProperties:
      typeof additionalProperties === 'object' && !patternProperties
        ? shapeOf(additionalProperties)
        : undefined,
    prefixItems: prefixItems?.map(shapeOf),
    items: typeof items === 'object' ? shapeOf(items) : undefined,
    allOf: shapes.length > 0 ? shapes : undefined,
    anyOf: (anyOf ?? oneOf)?.map(shapeOf),
  })
}

function withoutAbsent(members: Readonly<Record<string, unknown>>): object {
  return Object.fromEntries(Object.entries(members).filter(([, member]) => member !== undefined))
}

function objectOf(members: readonly (readonly [name: string, shape: object])[]): string {
  const lines = members.map(([name, shape]) => `  ${memberName(name)}: ${literal(shape, '  ')},\n`)
  return `{\n${lines.join('')}}`
}
