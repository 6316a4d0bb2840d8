import { DocumentError } from './errors.ts'
import { isSingle, type Parameter, type ParameterLocation } from './parameter.ts'
import { resolveSchema } from './reference.ts'
import type { Schema, SourceDocument } from './source.ts'

const stylesOf: Readonly<Record<ParameterLocation, readonly string[]>> = {
  path: ['simple', 'label', 'matrix'],
  query: ['form', 'spaceDelimited', 'pipeDelimited', 'deepObject'],
  header: ['simple'],
  cookie: ['form'],
}

/** @throws DocumentError for a parameter of which nobody could say how it is written. */
export function refuseUndefinedForms(
  document: SourceDocument,
  pointer: string,
  parameters: readonly Parameter[],
): void {
  for (const parameter of parameters) {
    const problem = problemOfForm(document, parameter)
    if (problem !== undefined)
      throw new DocumentError(pointer, `the parameter "${parameter.name}" in the ${parameter.in} ${problem}`)
  }
}

/**
 * Why nobody could say how a value of a parameter is written: OpenAPI leaves some forms undefined (3.1.1, section 4.8.12.5).
 * It follows the name of the parameter in a sentence, and says what would do.
 */
function problemOfForm(document: SourceDocument, parameter: Parameter): string | undefined {
  const { name, mediaType } = parameter
  if (name === '__proto__') return 'has a name that no object of JavaScript can have. Expected another one.'
  if (mediaType !== undefined) return problemOfContent(mediaType)
  const schema = resolveSchema(document, parameter.schema)
  return problemOfStyle(document, parameter, schema) ?? problemOfDepth(document, parameter, schema)
}

function problemOfContent(mediaType: string): string | undefined {
  if (/^(?:application\/json|.*\+json|text\/plain)$/.test(mediaType)) return undefined
  return `is written as ${mediaType}. Expected "application/json" or "text/plain".`
}

function problemOfStyle(document: SourceDocument, parameter: Parameter, schema: Schema): string | undefined {
  const { in: location, style, explode } = parameter
  const isOne = isOneValue(document, parameter, schema)
  if (!stylesOf[location].includes(style))
    return `has the style "${style}". Expected one of ${stylesOf[location].join(', ')}.`
  if (style === 'deepObject' && !explode)
    return 'has the style "deepObject", which is not defined with "explode: false". Expected "explode: true".'
  if (/Delimited$/.test(style) && explode)
    return `has the style "${style}", which is not defined with "explode: true". Expected "explode: false".`
  if (/Delimited$|^deepObject$/.test(style) && isOne)
    return `has the style "${style}" and one value. Expected a list or an object, or the style "form".`
  if (location === 'cookie' && explode && !isOne)
    return 'may be a list or an object with "explode: true", which would be several cookies. Expected "explode: false".'
  return undefined
}

/** Whether a value is one text on the wire, in each of its alternatives. */
function isOneValue(
  document: SourceDocument,
  parameter: Parameter,
  schema: Schema,
  above: readonly Schema[] = [],
): boolean {
  const { type, enum: values, const: value, anyOf, oneOf } = schema
  if (type !== undefined || above.includes(schema)) return isSingle(parameter, schema)
  const known = value === undefined ? values : [value]
  if (known) return known.every((each) => typeof each !== 'object')
  const alternatives = anyOf ?? oneOf ?? []
  return (
    alternatives.length > 0 &&
    alternatives.every((each) =>
      isOneValue(document, parameter, resolveSchema(document, each), [...above, schema]),
    )
  )
}

function problemOfDepth(document: SourceDocument, { style }: Parameter, schema: Schema): string | undefined {
  const isDeep = partsOf(document, schema).some((part) => isStructured(resolveSchema(document, part)))
  if (!isDeep) return undefined
  return `may hold a list or an object inside of another one, for which the style "${style}" has no form. Expected single values in it, or "content: { application/json: … }".`
}

/** The items of a list and the members of an object, those of its alternatives included. */
function partsOf(document: SourceDocument, schema: Schema, above: readonly Schema[] = []): readonly Schema[] {
  if (above.includes(schema)) return []
  const { items, prefixItems = [], properties = {}, additionalProperties } = schema
  const alternatives = [...(schema.allOf ?? []), ...(schema.anyOf ?? []), ...(schema.oneOf ?? [])]
  return [
    ...(typeof items === 'object' ? [items] : []),
    ...prefixItems,
    ...Object.values(properties),
    ...(typeof additionalProperties === 'object' ? [additionalProperties] : []),
    ...alternatives.flatMap((part) => partsOf(document, resolveSchema(document, part), [...above, schema])),
  ]
}

function isStructured({ type, properties, items }: Schema): boolean {
  const types = [type].flat()
  return (
    types.includes('array') || types.includes('object') || properties !== undefined || items !== undefined
  )
}
