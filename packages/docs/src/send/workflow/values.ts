/** What a runtime expression of a step can speak of. */
export interface Known {
  readonly inputs: Readonly<Record<string, string>>
  /** What earlier steps keep: the id of the step, then the name of the output. */
  readonly steps: ReadonlyMap<string, Readonly<Record<string, unknown>>>
  /** That of the step itself, once it is there. */
  readonly response?: { readonly status: number; readonly body: unknown }
}

/** A value of a step with everything put in. Undefined where an expression leads nowhere. */
export function filledIn(known: Known, value: unknown): unknown {
  if (typeof value === 'string') return filledText(known, value)
  if (Array.isArray(value)) return value.map((item) => filledIn(known, item))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, filledIn(known, part)]))
}

/** What a value takes from earlier steps. */
export function keptValuesIn(value: unknown): readonly { readonly step: string; readonly output: string }[] {
  const texts = JSON.stringify(value ?? null).matchAll(/\$steps\.([\w-]+)\.outputs\.([\w-]+)/g)
  return [...texts].map(([, step = '', output = '']) => ({ step, output }))
}

/** Whether a condition such as `$statusCode == 200` holds; what was expected, in words, where it does not. */
export function failureOf(known: Known, condition: string): string | undefined {
  const [left = '', right = ''] = condition.split(' == ').map((side) => side.trim())
  const actual = filledIn(known, left)
  const expected = right.startsWith('$') ? filledIn(known, right) : JSON.parse(right)
  if (actual === expected) return undefined
  return `expected ${subjectOf(left)} to be ${JSON.stringify(expected)}, and got ${JSON.stringify(actual) ?? 'nothing'}`
}

/** `/0/username of the response` for `$response.body#/0/username`. */
function subjectOf(expression: string): string {
  if (expression === '$statusCode') return 'the status'
  const [, pointer] = /^\$response\.body#(.+)$/.exec(expression) ?? []
  return pointer === undefined ? 'the response' : `${pointer} of the response`
}

function filledText(known: Known, text: string): unknown {
  if (text.startsWith('$')) return lookUp(known, text)
  return text.replaceAll(/\{(\$[^}]+)\}/g, (_, expression: string) => String(lookUp(known, expression)))
}

/** @see https://spec.openapis.org/arazzo/v1.0.1.html#runtime-expressions */
function lookUp({ inputs, steps, response }: Known, expression: string): unknown {
  if (expression === '$statusCode') return response?.status
  const [, input] = /^\$inputs\.([\w-]+)$/.exec(expression) ?? []
  if (input !== undefined) return inputs[input]
  const [kept] = keptValuesIn(expression)
  if (kept) return steps.get(kept.step)?.[kept.output]
  const [isBody, pointer = ''] = /^\$response\.body(?:#(.*))?$/.exec(expression) ?? []
  if (isBody === undefined)
    throw new Error(`Cannot evaluate "${expression}". Expected an expression such as "$inputs.email".`)
  return partOf(response?.body, pointer)
}

/** What a JSON pointer leads to (RFC 6901). */
function partOf(body: unknown, pointer: string): unknown {
  const names = pointer.split('/').slice(1)
  return names.reduce((value: unknown, name) => {
    const own = name.replaceAll('~1', '/').replaceAll('~0', '~')
    return Object.entries(Object(value)).find(([each]) => each === own)?.[1]
  }, body)
}
