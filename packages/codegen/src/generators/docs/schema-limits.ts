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
  (schema) => (schema['x-secret'] ? '**secret**: never log it' : undefined),
]

/** The limits of a schema in words: `1 to 256 characters`, `matches …`, `default 30`. */
export function limitsOf(schema: Schema): string[] {
  return phrases.map((phrase) => phrase(schema)).filter((text) => text !== undefined)
}

/** A lower end of 0 limits nothing. */
function range(least = 0, most: number | undefined, noun: string): string | undefined {
  if (most === undefined) return least === 0 ? undefined : `at least ${counted(least, noun)}`
  if (least === most) return `exactly ${counted(most, noun)}`
  return least === 0 ? `at most ${counted(most, noun)}` : `${least} to ${counted(most, noun)}`
}

function bounds(least: number | undefined, most: number | undefined): string | undefined {
  if (least !== undefined && most !== undefined) return `${least} to ${most}`
  if (least !== undefined) return `${least} or more`
  return most === undefined ? undefined : `${most} or less`
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}
