import type { ValidationError } from '../generated/configuration/validators.ts'
import { placeOf, type ValuePath } from './problem.ts'
import { suggest } from './suggest.ts'
import { membersOf } from './value-at.ts'

/** Says in words what breaks a schema, with the example that the schema has for it. */
export function explainViolation(error: ValidationError, path: ValuePath, came: unknown): string {
  const schema = membersOf(error.parentSchema)
  const explain = rules[error.keyword] ?? ((place: string) => `${place} ${error.message ?? 'is wrong'}`)
  return explain(placeOf(path) || 'it', { params: error.params, schema, came, name: path.at(-1) })
}

interface Violation {
  readonly params: ValidationError['params']
  readonly schema: Readonly<Record<string, unknown>>
  readonly came: unknown
  readonly name: string | number | undefined
}

const rules: Readonly<Record<string, (place: string, violation: Violation) => string>> = {
  required: (place, { params, schema }) => {
    const missing = String(params['missingProperty'])
    const example = exampleOf(missing, membersOf(membersOf(schema['properties'])[missing]))
    return `${place} has no ${missing}.${example}`
  },
  additionalProperties: (place, { params, schema }) => {
    const unknown = String(params['additionalProperty'])
    const inside = place === 'it' ? '' : `${place}.`
    return `${inside}${unknown} is unknown.${suggest(unknown, Object.keys(membersOf(schema['properties'])))}`
  },
  propertyNames: (place, { params }) =>
    `${place}.${params['propertyName']} is no name for it. Expected at most 50 small letters, digits, - and _. Example: github`,
  type: (place, violation) =>
    expected(place, violation, [violation.params['type']].flat().map(typeName).join(' or ')),
  enum: (place, violation) =>
    expected(place, violation, `one of ${[violation.params['allowedValues']].flat().join(', ')}`),
  format: (place, violation) => expected(place, violation, formatName(violation.params['format'])),
  pattern: (place, violation) =>
    expected(
      place,
      violation,
      violation.name === 'passwordHash'
        ? 'an Argon2id hash as a PHC string'
        : `a text like ${violation.params['pattern']}`,
    ),
  minLength: (place, violation) => expected(place, violation, 'a text that is not empty'),
  maxLength: (place, violation) =>
    expected(place, violation, `a text of at most ${violation.params['limit']} characters`),
  minItems: (place) => `${place} is empty. Expected at least one.`,
  minProperties: (place) => `${place} is empty. Expected at least one.`,
}

function expected(place: string, { schema, came, name }: Violation, what: string): string {
  return `${place} must be ${what}, and is ${describe(came, schema)}.${exampleOf(name, schema)}`
}

/** In characters. */
const mostToShow = 80

/** A secret is not repeated: a terminal and a log keep what they are shown. */
function describe(came: unknown, schema: Readonly<Record<string, unknown>>): string {
  if (came === null || came === undefined) return 'empty'
  if (Array.isArray(came)) return 'a list'
  if (typeof came === 'object') return 'a map of names to values'
  if (schema['writeOnly'] === true) return typeof came === 'string' ? 'another text' : `a ${typeof came}`
  const text = JSON.stringify(came)
  return text.length <= mostToShow ? text : `${text.slice(0, mostToShow)}…`
}

function exampleOf(name: string | number | undefined, schema: Readonly<Record<string, unknown>>): string {
  const [example] = [schema['examples']].flat()
  return example === undefined || typeof name !== 'string' ? '' : ` Example: ${name}: ${showExample(example)}`
}

/** As it may stand in YAML and, but for the quotes, in JSON. */
function showExample(example: unknown): string {
  if (Array.isArray(example)) return `[${example.join(', ')}]`
  return typeof example === 'string' && !/^[\w@.:/-]+$/.test(example) ? `'${example}'` : String(example)
}

function typeName(type: unknown): string {
  const [first = '', ...others] = String(type).split(',')
  return [first, ...others].map((name) => typeNames[name] ?? name).join(' or ')
}

const typeNames: Readonly<Record<string, string>> = {
  array: 'a list',
  boolean: 'true or false',
  null: 'nothing',
  object: 'a map of names to values',
  string: "a text (in quotes, '…', where it looks like a number)",
}

function formatName(format: unknown): string {
  if (format === 'email') return 'an e-mail address'
  if (format === 'date-time') return 'a date and time with an offset, in the years 0001 to 9999 of UTC'
  return 'Unicode text without NUL'
}
