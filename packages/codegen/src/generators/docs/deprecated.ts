import { type Deprecation, deprecatedValues, deprecationText, type Schema } from '../../model/index.ts'
import type { Context } from './context.ts'
import { code, link, sentence } from './markdown.ts'
import { prose } from './prose.ts'

/** `**Deprecated.** Use [`listBooks`](…) instead.`, or nothing where it is not deprecated. */
export function deprecationNote(context: Context, deprecation: Deprecation | undefined): string {
  if (!deprecation) return ''
  const { reason, since, ...others } = deprecation
  const told = { ...others, reason: prose(context, reason) }
  const label = since === undefined ? 'Deprecated.' : `Deprecated since ${since}.`
  return `**${label}** ${deprecationText(told, (name) => replacementLink(context, name))}`
}

/** Which values of an enumeration are deprecated, a sentence for each. */
export function deprecatedValuesNote(context: Context, schema: Schema): string {
  return deprecatedValues(schema)
    .map(([value, reason]) => `${code(value)} is deprecated: ${prose(context, sentence(reason))}`)
    .join(' ')
}

/** After the summary of an operation in a table or a list. */
export function deprecatedMark(deprecation: Deprecation | undefined): string {
  return deprecation ? ' (deprecated)' : ''
}

/** A link where the replacement is an operation, else its name. */
function replacementLink({ model, links }: Context, name: string): string {
  const isOperation = model.operations.some(({ id }) => id === name)
  return isOperation ? link(code(name), links.operation(name)) : code(name)
}
