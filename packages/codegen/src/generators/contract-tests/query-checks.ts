import {
  type DocumentModel,
  type Operation,
  type Parameter,
  resolveSchema,
  type Schema,
} from '../../model/index.ts'
import { memberName, quoted } from '../../text/literal.ts'
import { tableText } from './check-text.ts'
import { refusal } from './responses.ts'
import { callerOf } from './roles.ts'

/** Every value of the query that breaks its schema is refused. */
export function queryChecks(model: DocumentModel, operation: Operation): string[] {
  const response = refusal(operation, ['422', '400'])
  const rows = operation.parameters
    .filter((parameter) => parameter.in === 'query')
    .flatMap((parameter) => rowsOf(parameter, resolveSchema(model.source, parameter.schema)))
  if (!response || rows.length === 0) return []
  return [
    tableText({
      names: ['what', 'query'],
      rows,
      check: {
        rule: 'query-value',
        title: `returns ${response.status} when \${what}`,
        situation: 'what',
        lines: [
          `const exchange = await calls.attempt('${callerOf(operation)}', { query })`,
          `expectResponse(exchange, ${response.response})`,
        ],
      },
    }),
  ]
}

/** What is wrong with a value, and the query that carries it. */
type Row = readonly [what: string, query: string]

function rowsOf({ name }: Parameter, schema: Schema): Row[] {
  const single = wrongTexts(schema).map(
    ([what, text]): Row => [`${name} is ${what}`, queryOf(name, quoted(text))],
  )
  const right = schema.default ?? schema.minimum
  if (right === undefined) return single
  // A value that is right alone: only the repetition is wrong.
  const repeated = `[${quoted(String(right))}, ${quoted(String(right))}]`
  return [...single, [`${name} is given twice`, queryOf(name, repeated)]]
}

function queryOf(name: string, value: string): string {
  return `{ ${memberName(name)}: ${value} }`
}

/** What is wrong with a text, and the text. */
type WrongText = readonly [what: string, text: string]

/** In a query all values are texts, so only those of a schema that is more than any text can be wrong. */
function wrongTexts(schema: Schema): WrongText[] {
  const { type, format } = schema
  if (schema.enum) return [['outside its enumeration', 'none-of-them']]
  if (type === 'boolean') return [['no boolean', 'maybe']]
  if (type === 'string' && format === 'date-time') return [['no date-time', 'tomorrow']]
  return type === 'integer' || type === 'number' ? wrongNumbers(schema) : []
}

function wrongNumbers({ type, minimum, maximum }: Schema): WrongText[] {
  const wrong: WrongText[] = [
    ['no number', 'many'],
    ['empty', ''],
  ]
  if (type === 'integer') wrong.push(['no whole number', '1.5'])
  if (minimum !== undefined) wrong.push([`less than ${minimum}`, String(minimum - 1)])
  if (maximum !== undefined) wrong.push([`more than ${maximum}`, String(maximum + 1)])
  return wrong
}
