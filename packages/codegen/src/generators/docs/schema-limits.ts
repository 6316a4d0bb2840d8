import type { Schema } from '../../model/index.ts'
import { code } from './markdown.ts'

/** Each keyword that narrows a value, and how to say it. */
const phrases: readonly ((schema: Schema) => string | undefined)[] = [
  ({ minLength, maxLength }) => range(minLength, maxLength, 'character'),
  ({ pattern }) => pattern && `matches ${code(pattern)}`,
  ({ minimum, maximum }) => bounds(minimum, maximum),
  ({ exclusiveMinimum: above }) => (above === undefined ? undefined : `more than ${above}`),
  ({ exclusiveMaximum: below }) => (below === undefined ? undefined : `less than ${below}`),
  ({ minItems, maxItems }) => range(minItems, maxItems, 'item'),
  ({ uniqueItems }) => (uniqueItems ? 'no item twice' : undefined),
  ({ default: preset }) => (preset === undefined ? undefined : `default ${code(JSON.stringify(preset))}`),
  ({ readOnly }) => (readOnly ? 'only in answers' : undefined),
  ({ writeOnly }) => (writeOnly ? 'only in requests' : undefined),
  ({ deprecated }) => (deprecated ? 'deprecated' : undefined),
  (schema) => (schema['x-secret'] ? '**secret**: never log it' : undefined),
]

/** The limits of a schema in words: `1 to 256 characters`, `matches …`, `default 30`. */
export function limitsOf(schema: Schema): string[] {
  return phrases.map((phrase) => phrase(schema)).filter((text) => text !== undefined)
}

function range(least: number | undefined, most: number | undefined, noun: string): string | undefined {
  if (least === undefined && most === undefined) return undefined
  if (least === most) return `exactly ${counted(most ?? 0, noun)}`
  if (most === undefined) return `at least ${counted(least ?? 0, noun)}`
  return least ? `${least} to ${counted(most, noun)}` : `at most ${counted(most, noun)}`
}

function bounds(least: number | undefined, most: number | undefined): string | undefined {
  if (least !== undefined && most !== undefined) return `${least} to ${most}`
  if (least !== undefined) return `${least} or more`
  return most === undefined ? undefined : `${most} or less`
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}
