import { code } from './markdown.ts'

/**
 * Where a value comes from, in words, for the runtime expressions of OpenAPI and Arazzo.
 *
 * @example
 * inWords('$response.body#/0/token_prefix') // 'the `token_prefix` of the first item of the response'
 */
export function inWords(expression: unknown): string {
  const [, message, source, name, pointer] =
    /^\$(request|response)\.(path|query|header|body)(?:\.([^#]+))?(?:#(\/.*))?$/.exec(String(expression)) ??
    []
  if (message === undefined)
    return code(typeof expression === 'string' ? expression : JSON.stringify(expression))
  if (source === 'header') return `the header ${code(name ?? '')} of the ${message}`
  if (source !== 'body') return `the ${code(name ?? '')} that you sent`
  const whole = message === 'request' ? 'the body that you sent' : 'the response'
  return partsOf(pointer ?? '').reduce(
    (of, part) =>
      /^\d+$/.test(part) ? `the ${ordinal(Number(part))} item of ${of}` : `the ${code(part)} of ${of}`,
    whole,
  )
}

/** The names and positions of a JSON pointer. In a runtime expression, it is not encoded as that of a `$ref` is. */
export function partsOf(pointer: string): string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
}

/** How JavaScript reaches a part: `.name`, `["isbn-13"]`, `[0]`. */
export function accessTo(part: string): string {
  if (/^\d+$/.test(part)) return `[${part}]`
  return /^[A-Za-z_$][\w$]*$/.test(part) ? `.${part}` : `[${JSON.stringify(part)}]`
}

function ordinal(index: number): string {
  return ['first', 'second', 'third'][index] ?? `${index + 1}th`
}
