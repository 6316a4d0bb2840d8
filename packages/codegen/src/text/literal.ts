/** A name as a member of an object literal: quoted only where it has to be. */
export function memberName(name: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(name) ? name : quoted(name)
}

/** A string as a TypeScript literal in single quotes. */
export function quoted(text: string): string {
  return `'${JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`
}

/** An expression among JSON values, written as it is: `new Blob(['text'])`. */
export class Expression {
  readonly text: string

  constructor(text: string) {
    this.text = text
  }
}

/** A JSON value as a TypeScript literal in our style, `indentation` deep. */
export function literal(value: unknown, indentation = ''): string {
  if (typeof value === 'string') return quoted(value)
  if (value instanceof Expression) return value.text
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'undefined'
  const deeper = `${indentation}  `
  if (Array.isArray(value)) {
    const items = value.map((item) => literal(item, deeper))
    return bracketed('[', items, ']', indentation)
  }
  const members = Object.entries(value).map(
    ([name, member]) => `${memberName(name)}: ${literal(member, deeper)}`,
  )
  return bracketed('{', members, '}', indentation)
}

function bracketed(open: string, parts: readonly string[], close: string, indentation: string): string {
  if (parts.length === 0) return open + close
  const padding = open === '{' ? ' ' : ''
  const oneLine = `${open}${padding}${parts.join(', ')}${padding}${close}`
  if (!oneLine.includes('\n') && oneLine.length + indentation.length <= 90) return oneLine
  return `${open}\n${parts.map((part) => `${indentation}  ${part},\n`).join('')}${indentation}${close}`
}
