import type { ValidationError } from '../generated/document/validators.ts'

/**
 * Says in words what breaks the schema: what was expected, and what kind of thing came. It repeats no text that was sent:
 * it may be a secret.
 */
export function explain(error: ValidationError, value: unknown): string {
  const name = error.instancePath.slice(1).replaceAll('/', '.') || 'the body'
  const came = valueAt(value, error.instancePath)
  const rule = rules[error.keyword]
  return rule ? rule(name, error.params, came) : `${name} ${error.message ?? 'breaks the schema'}`
}

type Rule = (name: string, params: ValidationError['params'], came: unknown) => string

const rules: Readonly<Record<string, Rule>> = {
  required: (name, { missingProperty }) =>
    name === 'the body' ? `${missingProperty} is missing` : `${name}.${missingProperty} is missing`,
  type: (name, { type }, came) => `${name} must be ${typeNames([type].flat())}, and is ${kindOf(came)}`,
  format: (name, { format }) => `${name} must be ${formatNames[String(format)] ?? format}`,
  minLength: (name, { limit }, came) =>
    `${name} must have ${limit} or more characters, and has ${lengthOf(came)}`,
  maxLength: (name, { limit }, came) =>
    `${name} must have ${limit} or fewer characters, and has ${lengthOf(came)}`,
  minimum: (name, { limit }, came) => `${name} must be ${limit} or more, and is ${came}`,
  maximum: (name, { limit }, came) => `${name} must be ${limit} or less, and is ${came}`,
  pattern: (name, { pattern }) => `${name} must match ${pattern}`,
}

const formatNames: Readonly<Record<string, string>> = {
  email: 'an e-mail address such as ada@example.com',
  'date-time':
    'a date and time with an offset such as 2027-01-01T00:00:00Z, in the years 0001 to 9999 of UTC',
  text: 'Unicode text without NUL',
}

function typeNames(types: readonly unknown[]): string {
  // Ajv gives a list of types as one text.
  const names = types.flatMap((type) => String(type).split(','))
  return names.map((name) => articles[name] ?? name).join(' or ')
}

const articles: Readonly<Record<string, string>> = {
  array: 'an array',
  boolean: 'a boolean',
  integer: 'an integer',
  number: 'a number',
  object: 'an object',
  string: 'a string',
}

function kindOf(value: unknown): string {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'an array'
  return articles[typeof value] ?? typeof value
}

function lengthOf(value: unknown): number {
  return typeof value === 'string' ? [...value].length : 0
}

function valueAt(value: unknown, pointer: string): unknown {
  const segments = pointer.split('/').slice(1)
  return segments.reduce<unknown>((part, segment) => memberOf(part, segment), value)
}

function memberOf(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined
  return Object.entries(value).find(([member]) => member === name)?.[1]
}
