import { recordOf } from '../reading.ts'

/** A runtime expression of Arazzo, where it stands. */
export interface Expression {
  /** As it is written, such as `$steps.logIn.outputs.token`. */
  text: string
  /** What it speaks of: `steps`. */
  subject: string
  /** What follows, without the dot: `logIn.outputs.token`. */
  rest: string
  /** The keys that lead to the text, from the value that was searched. */
  path: (string | number)[]
}

const isOfName = (character: string): boolean => /^[\w-]$/.test(character)

const expressionFrom = (text: string, path: (string | number)[]): Expression => {
  const length = [...text.slice(1)].findIndex((character) => !isOfName(character))
  const subject = length < 0 ? text.slice(1) : text.slice(1, length + 1)
  const rest = text.slice(subject.length + 1)
  return { text, subject, rest: rest.startsWith('.') ? rest.slice(1) : rest, path }
}

/** In a text, an expression is the whole of it, or stands in braces. */
const textsIn = (text: string): string[] => {
  if (text.startsWith('$')) return [text]
  return text
    .split('{$')
    .slice(1)
    .flatMap((part) => (part.includes('}') ? [`$${part.slice(0, part.indexOf('}'))}`] : []))
}

/** In a condition, it stands between operators; what is in quotes is a text. */
const textsInCondition = (condition: string): string[] => {
  const texts: string[] = []
  let quote = ''
  let current = ''
  for (const character of `${condition} `) {
    if (quote !== '') quote = character === quote ? '' : quote
    else if (current !== '' && !' \t\n()<>=!&|,}'.includes(character)) current += character
    else {
      if (current.length > 1) texts.push(current)
      current = character === '$' ? character : ''
      if (character === '"' || character === "'") quote = character
    }
  }
  return texts
}

/** Keys of steps, workflows and actions whose texts are names or prose. */
const names = [
  'description',
  'summary',
  'stepId',
  'workflowId',
  'operationId',
  'operationPath',
  'name',
  'in',
  'type',
]

const isText = (path: (string | number)[]): boolean =>
  path.includes('payload') || path.includes('value') || !names.includes(String(path.at(-1)))

/** The expressions in a step or any part of one. A condition in JSONPath or of a regular expression has none. */
export const expressionsIn = (value: unknown, path: (string | number)[] = []): Expression[] => {
  if (typeof value === 'string') {
    if (!isText(path)) return []
    const isCondition = path.at(-1) === 'condition' && !path.includes('payload')
    return (isCondition ? textsInCondition(value) : textsIn(value)).map((text) => expressionFrom(text, path))
  }
  if (Array.isArray(value)) return value.flatMap((item, index) => expressionsIn(item, [...path, index]))
  const record = recordOf(value)
  const isSimple = record['type'] === undefined || record['type'] === 'simple'
  return Object.entries(record).flatMap(([key, member]) =>
    key === 'condition' && !isSimple && !path.includes('payload')
      ? []
      : expressionsIn(member, [...path, key]),
  )
}
