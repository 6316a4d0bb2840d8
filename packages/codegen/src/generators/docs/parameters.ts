import type { Operation, Parameter } from '../../model/index.ts'
import type { Context } from './context.ts'
import { deprecationNote } from './deprecated.ts'
import { draftNote } from './draft.ts'
import { code, section, table } from './markdown.ts'
import { explain } from './members.ts'
import { typeOf } from './schema-type.ts'

export function parametersSection(context: Context, { parameters }: Operation): string {
  const rows = parameters.map((parameter) => [
    code(parameter.name),
    parameter.in,
    typeOf(context, parameter.schema),
    parameter.required ? 'yes' : 'no',
    explainParameter(context, parameter),
  ])
  return section('## Parameters', table(['Name', 'In', 'Type', 'Required', 'Description'], rows))
}

/** A parameter's own description and example come before those of its schema. */
export function explainParameter(
  context: Context,
  { description, schema, examples, deprecation, draft }: Parameter,
): string {
  const described = description === '' ? schema : { ...schema, description }
  const note = `${draftNote(draft)} ${deprecationNote(context, deprecation)}`.trim()
  return `${note} ${explain(context, described, examples[0]?.value)}`.trim()
}
