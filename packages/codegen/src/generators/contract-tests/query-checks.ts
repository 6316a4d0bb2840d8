import {
  type DocumentModel,
  type Operation,
  type Parameter,
  resolveSchema,
  type Schema,
} from '../../model/index.ts'
import { memberName, quoted } from '../../text/literal.ts'
import { refusal } from './answers.ts'
import { tableText } from './check-text.ts'
import { actorOf } from './roles.ts'

/** Every value of the query that breaks its schema is refused. */
export function queryChecks(model: DocumentModel, operation: Operation): string[] {
  const answer = refusal(operation, ['422', '400'])
  const rows = operation.parameters
    .filter((parameter) => parameter.in === 'query')
    .flatMap((parameter) => rowsOf(parameter, resolveSchema(model.source, parameter.schema)))
  if (!answer || rows.length === 0) return []
  return [
    tableText({
      names: ['what', 'query'],
      rows,
      check: {
        rule: 'query-value',
        title: `answers ${answer.status} when \${what}`,
        lines: [
          `const exchange = await scene.attempt('${actorOf(operation)}', { query })`,
          `expectAnswer(exchange, ${answer.answer})`,
        ],
      },
    }),
  ]
}

function rowsOf({ name }: Parameter, schema: Schema): [string, string][] {
  const wrong = wrongTexts(schema)
  const single = wrong.map(([what, text]): [string, string] => [
    `${name} is ${what}`,
    queryOf(name, quoted(text)),
  ])
  const right = schema.default ?? schema.minimum
  if (right === undefined) return single
  const repeated = `[${quoted(String(right))}, ${quoted(String(right))}]`
  return [...single, [`${name} is given twice`, queryOf(name, repeated)]]
}

function queryOf(name: string, value: string): string {
  return `{ ${memberName(name)}: ${value} }`
}

function wrongTexts(schema: Schema): [string, string][] {
  const { type, format, minimum, maximum } = schema
  if (schema.enum) return [['outside its enumeration', 'none-of-them']]
  if (type === 'boolean') return [['no boolean', 'maybe']]
  if (type === 'string' && format === 'date-time') return [['no date-time', 'tomorrow']]
  if (type !== 'integer' && type !== 'number') return []
  return [
    ['no number', 'many'],
    ['empty', ''],
    ...(type === 'integer' ? [['no whole number', '1.5'] as [string, string]] : []),
    ...(minimum === undefined ? [] : [[`less than ${minimum}`, String(minimum - 1)] as [string, string]]),
    ...(maximum === undefined ? [] : [[`more than ${maximum}`, String(maximum + 1)] as [string, string]]),
  ]
}
