import type { Schema } from '../../model/index.ts'
import { quoted } from '../../text/literal.ts'

/** A value that may break a schema. Whether it does is for the schema to say. */
export interface WrongValue {
  /** What it is, to follow "is": `longer than 50 characters`. */
  readonly what: string
  readonly value: unknown
  /** How to write it where its literal would be long. */
  readonly expression?: string
}

/** One value of each other type, near to the right one where a lenient server could take it for that. */
export function wrongTypes({ type }: Schema): WrongValue[] {
  const types = typeof type === 'string' ? [type] : (type ?? [])
  const isNumeric = types.includes('integer') || types.includes('number')
  const valueByType: Readonly<Record<string, WrongValue>> = {
    number: { what: 'a number', value: 1 },
    boolean: { what: 'a boolean', value: true },
    string: { what: 'a string', value: isNumeric ? '1' : types.includes('boolean') ? 'true' : 'text' },
    array: { what: 'an array', value: [] },
    object: { what: 'an object', value: {} },
  }
  const others = Object.entries(valueByType).filter(([name]) => !types.includes(name))
  const whole = types.includes('integer') ? [{ what: 'no whole number', value: 1.5 }] : []
  return [...others.map(([, value]) => value), ...whole]
}

/** Values of the right type that a limit of the schema excludes. */
export function outsideLimits(schema: Schema): WrongValue[] {
  return [...wrongLengths(schema), ...wrongTexts(schema), ...wrongNumbers(schema), ...wrongItems(schema)]
}

function wrongLengths({ minLength, maxLength, format }: Schema): WrongValue[] {
  const long = maxLength === undefined ? [] : [tooLong(maxLength, format)]
  if (minLength === undefined || minLength === 0) return long
  const what = minLength === 1 ? 'empty' : `shorter than ${minLength} characters`
  return [{ what, value: 'x'.repeat(minLength - 1) }, ...long]
}

/** Too long and nothing else: a domain keeps an address an address. */
function tooLong(maxLength: number, format: string | undefined): WrongValue {
  const ending = format === 'email' ? '@example.com' : ''
  const count = maxLength + 1 - ending.length
  return {
    what: `longer than ${maxLength} characters`,
    value: 'x'.repeat(count) + ending,
    expression: ending === '' ? `'x'.repeat(${count})` : `'x'.repeat(${count}) + ${quoted(ending)}`,
  }
}

/** Near misses: a day that no month has, a time without its offset, two signs where one may be. */
const textsByFormat: Readonly<Record<string, readonly string[]>> = {
  date: ['tomorrow', '2027-02-30'],
  'date-time': [
    'tomorrow',
    '2027-02-30T12:00:00Z',
    '2027-02-01T12:00:00',
    '2027-13-01T12:00:00Z',
    '2027-02-01T25:00:00Z',
    '2027-02-01',
    '1799999999',
  ],
  email: [
    'no-address',
    'two@at@example.com',
    ' ada@example.com',
    'ada@example.com ',
    'ada lovelace@example.com',
    'ada@',
    '@example.com',
    '',
  ],
  uri: ['no uri'],
  uuid: ['no-uuid'],
}

/** What a pattern of names may exclude: which of them it does is for the pattern to say. */
const nearMisses = [
  'white space',
  ' ada',
  'ada ',
  'ada\n',
  '-',
  '-ada',
  'ada-',
  'a--da',
  'a.da',
  'sla/sh',
  'ümlaut',
  '',
]

function wrongTexts({ pattern, format, enum: listed, const: constant }: Schema): WrongValue[] {
  const texts = [
    ...(textsByFormat[format ?? ''] ?? []),
    ...(pattern === undefined ? [] : nearMisses),
    ...(listed === undefined && constant === undefined ? [] : ['none-of-them']),
  ]
  return texts.map((text) => ({ what: text === '' ? 'empty' : JSON.stringify(text), value: text }))
}

function wrongNumbers({ minimum, maximum, exclusiveMinimum, exclusiveMaximum }: Schema): WrongValue[] {
  return [
    ...(minimum === undefined ? [] : [{ what: `less than ${minimum}`, value: minimum - 1 }]),
    ...(maximum === undefined ? [] : [{ what: `more than ${maximum}`, value: maximum + 1 }]),
    ...(exclusiveMinimum === undefined
      ? []
      : [{ what: `no more than ${exclusiveMinimum}`, value: exclusiveMinimum }]),
    ...(exclusiveMaximum === undefined
      ? []
      : [{ what: `no less than ${exclusiveMaximum}`, value: exclusiveMaximum }]),
  ]
}

function wrongItems({ minItems }: Schema): WrongValue[] {
  return minItems === undefined || minItems === 0 ? [] : [{ what: 'an array without items', value: [] }]
}
