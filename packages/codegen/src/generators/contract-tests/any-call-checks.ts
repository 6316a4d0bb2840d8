import { type DocumentModel, type Operation, type Parameter, resolveSchema } from '../../model/index.ts'
import { literal, quoted } from '../../text/literal.ts'
import { checkText } from './check-text.ts'
import { refusal, responseOf, successes } from './responses.ts'
import { callerOf, isWorkspaceOfRole } from './roles.ts'

/** Calls made up from the schemas by chance, from a seed that repeats them: right ones pass, and wrong ones are refused. */
export function anyCallChecks(model: DocumentModel, operation: Operation): string[] {
  return [
    ...ofBody(operation),
    ...ofQuery(model, operation),
    ...operation.parameters.filter((parameter) => parameter.in === 'path').flatMap(ofPath(operation)),
  ]
}

function ofBody(operation: Operation): string[] {
  const body = operation.requestBody?.content.find(({ kind }) => kind === 'json')
  if (!body) return []
  const caller = callerOf(operation)
  const schema = literal(body.schema, '      ')
  const response = refusal(operation, ['422', '400'])
  return [
    ...accepted(
      operation,
      'body',
      [`await takesAnyBody(calls, '${caller}', { schemas, schema, responses })`],
      schema,
    ),
    ...(successes(operation).length > 0
      ? [
          checkText({
            rule: 'limit-value',
            title: 'accepts values that are just within their limits',
            lines: [
              `const schema = ${schema}`,
              `await takesLimits(calls, '${caller}', { schemas, schema, responses })`,
            ],
          }),
        ]
      : []),
    ...(response
      ? [
          checkText({
            rule: 'any-invalid',
            title: `returns ${response.status} for every body that breaks the schema in one place`,
            lines: [
              `const schema = ${schema}`,
              `await refusesAnyBody(calls, '${caller}', { schemas, schema, response: ${response.response} })`,
            ],
          }),
        ]
      : []),
  ]
}

function accepted(operation: Operation, what: string, lines: string[], schema: string): string[] {
  if (successes(operation).length === 0) return []
  return [
    checkText({
      rule: 'any-valid',
      title: `accepts every ${what} that the schema allows`,
      lines: [`const schema = ${schema}`, ...lines],
    }),
  ]
}

/** The parameters of a query together are like the members of an object. */
function ofQuery(model: DocumentModel, operation: Operation): string[] {
  const parameters = operation.parameters.filter((parameter) => parameter.in === 'query')
  if (parameters.length === 0) return []
  const caller = callerOf(operation)
  const properties = parameters.map(({ name, schema }): [string, unknown] => [
    name,
    resolveSchema(model.source, schema),
  ])
  const required = parameters.filter((parameter) => parameter.required).map(({ name }) => name)
  const whole = { type: 'object', required, properties: Object.fromEntries(properties) }
  const schema = literal(whole, '      ')
  const response = refusal(operation, ['422', '400'])
  const hasNumbers = properties.some(([, of]) => isNumeric(of))
  return [
    ...accepted(
      operation,
      'query',
      [`await takesAnyQuery(calls, '${caller}', { schemas, schema, responses })`],
      schema,
    ),
    ...(response && hasNumbers
      ? [
          checkText({
            rule: 'any-invalid',
            title: `returns ${response.status} for every query that breaks the schema in one place`,
            lines: [
              `const schema = ${schema}`,
              `await refusesAnyQuery(calls, '${caller}', { schemas, schema, response: ${response.response} })`,
            ],
          }),
        ]
      : []),
  ]
}

function isNumeric(schema: unknown): boolean {
  const type = typeof schema === 'object' && schema !== null && 'type' in schema ? schema.type : undefined
  return type === 'integer' || type === 'number'
}

/** A value that names nothing gets one response, however strange it is. */
function ofPath(operation: Operation): (parameter: Parameter) => string[] {
  return ({ name, schema }) => {
    if (schema.type !== undefined && schema.type !== 'string') return []
    const statuses = statusesOfUnknown(operation, name)
    if (statuses.length === 0) return []
    const list = statuses.map(responseOf).join(', ')
    return [
      checkText({
        rule: 'any-path',
        title: `returns ${statuses.join(' or ')} for any {${name}} that does not exist`,
        lines: [`await namesNothing(calls, '${callerOf(operation)}', ${quoted(name)}, [${list}])`],
      }),
    ]
  }
}

/** A document that knows 404 means it for what does not exist; else it succeeds all the same, or is a bad request. */
function statusesOfUnknown(operation: Operation, parameter: string): string[] {
  const documented = operation.responses.map(({ status }) => status)
  const usual = isWorkspaceOfRole(operation, parameter) ? '403' : '404'
  if (documented.includes(usual)) return [usual]
  const successful = successes(operation).map(({ status }) => status)
  return documented.includes('400') ? [...successful, '400'] : []
}
