import { type DocumentModel, resolveSchema, type Schema } from '../../model/index.ts'

/** Whether a schema allows JSON of other kinds than some values of it are: a text, where all examples are objects. */
export function hasOtherKinds(
  { source }: Pick<DocumentModel, 'source'>,
  schema: Schema,
  values: readonly unknown[],
): boolean {
  const known = values.map(kindOf)
  const isKnown = (part: Schema, above: readonly Schema[]): boolean => {
    const target = resolveSchema(source, part)
    if (above.includes(target)) return false
    const inner = (each: Schema) => isKnown(each, [...above, target])
    const kinds = kindsOf(target)
    if (kinds) return kinds.every((kind) => known.includes(kind))
    const variants = target.oneOf ?? target.anyOf
    return variants ? variants.every(inner) : (target.allOf?.some(inner) ?? false)
  }
  return !isKnown(schema, [])
}

/** Undefined where the schema does not say them by itself. */
function kindsOf({ type, enum: values, ...others }: Schema): readonly string[] | undefined {
  if ('const' in others) return [kindOf(others.const)]
  if (values) return values.map(kindOf)
  if (type === undefined) return undefined
  return [type].flat().map((name) => (name === 'integer' ? 'number' : name))
}

function kindOf(value: unknown): string {
  return value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value
}
