import type { JsonObject } from './operation.ts'

/** What an expression can speak of. */
export interface ExpressionContext {
  readonly inputs: JsonObject
  /** Step id → its outputs. */
  readonly steps: ReadonlyMap<string, JsonObject>
  /** The response of the step itself, once it has come. */
  readonly response?: { readonly status: number; readonly body: unknown }
}

/**
 * The value of an Arazzo runtime expression, a text with expressions in braces, or an object of them; anything else is a
 * constant. Undefined where the expression leads nowhere.
 *
 * @see https://spec.openapis.org/arazzo/v1.0.1.html#runtime-expressions
 */
export function evaluate(context: ExpressionContext, value: unknown): unknown {
  if (typeof value === 'string') return evaluateText(context, value)
  if (Array.isArray(value)) return value.map((item) => evaluate(context, item))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, evaluate(context, member)]))
}

/** Whether a simple condition is true, with what stands on its left: `$statusCode == 200`. */
export function compare(context: ExpressionContext, condition: string) {
  const [left = '', right = '', ...more] = condition.split(' == ')
  if (right === '' || more.length > 0)
    throw new Error(
      `The condition is "${condition}". Expected one of two sides, such as "$statusCode == 200".`,
    )
  const [actual, expected] = [evaluate(context, left.trim()), operand(context, right.trim())]
  return { holds: actual === expected, subject: left.trim(), actual, expected }
}

function operand(context: ExpressionContext, text: string): unknown {
  return text.startsWith('$') ? evaluate(context, text) : JSON.parse(text)
}

function evaluateText(context: ExpressionContext, text: string): unknown {
  if (text.startsWith('$')) return lookUp(context, text)
  return text.replaceAll(/\{(\$[^}]+)\}/g, (_whole, expression: string) =>
    String(lookUp(context, expression)),
  )
}

function lookUp({ inputs, steps, response }: ExpressionContext, expression: string): unknown {
  if (expression === '$statusCode') return response?.status
  const [, step = '', output = ''] = /^\$steps\.([\w-]+)\.outputs\.([\w-]+)$/.exec(expression) ?? []
  if (step !== '') return steps.get(step)?.[output]
  const [, input] = /^\$inputs\.([\w-]+)$/.exec(expression) ?? []
  if (input !== undefined) return inputs[input]
  const [, pointer] = /^\$response\.body(?:#(.*))?$/.exec(expression) ?? [undefined, null]
  if (pointer !== null) return follow(response?.body, pointer ?? '')
  throw new Error(`The expression is "${expression}". Expected one of Arazzo, such as "$inputs.email".`)
}

/** A JSON pointer (RFC 6901). */
function follow(value: unknown, pointer: string): unknown {
  const names = pointer.split('/').slice(1)
  return names.reduce((part: unknown, name) => {
    const key = name.replaceAll('~1', '/').replaceAll('~0', '~')
    return Object.entries(Object(part)).find(([own]) => own === key)?.[1]
  }, value)
}
