import { readFileSync } from 'node:fs'
import { Ajv2020, type ErrorObject } from 'ajv/dist/2020.js'
import { isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml'
import { SetupProblem } from '../errors.ts'

/** The JSON Schemas that come with this package. */
const schemas = new URL('../../schemas/', import.meta.url)

/** A file of YAML or JSON that satisfies its schema. */
export interface CheckedFile {
  readonly value: unknown
  /** The line, from 1, at which a part of the value stands. */
  lineOf(place: readonly (string | number)[]): number
}

/**
 * Reads YAML, which includes JSON, and holds it to a schema of this package.
 *
 * @throws `SetupProblem` with the file, the line, what was expected and a right example.
 */
export function readChecked(file: string, schemaName: string): CheckedFile {
  const counter = new LineCounter()
  const document = parseDocument(read(file), { lineCounter: counter })
  const [broken] = document.errors
  if (broken)
    throw new SetupProblem(`${file}:${counter.linePos(broken.pos[0]).line}: ${firstLine(broken.message)}`)
  const value: unknown = document.toJS()
  const lineOf = (place: readonly (string | number)[]) => {
    const offset = offsetOf(document.contents, place)
    return counter.linePos(offset).line || 1
  }
  const validate = new Ajv2020({ allErrors: false, verbose: true }).compile(readSchema(schemaName))
  if (!validate(value)) throw problemOf(file, validate.errors?.[0], lineOf)
  return { value, lineOf }
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new SetupProblem(`${file} cannot be read: ${reason}.`, { cause })
  }
}

function readSchema(name: string): object {
  const schema: object = JSON.parse(readFileSync(new URL(name, schemas), 'utf8'))
  return schema
}

function firstLine(text: string): string {
  return text.split('\n', 1)[0] ?? text
}

/** Where in the text a part begins; that of the nearest part around it where it is missing. */
function offsetOf(root: Node | null, place: readonly (string | number)[]): number {
  let node: unknown = root
  let offset = root?.range?.[0] ?? 0
  for (const step of place) {
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(step))
      if (isScalar(pair?.key)) offset = pair.key.range?.[0] ?? offset
      node = pair?.value
    } else if (isSeq(node)) {
      const item: unknown = node.items[Number(step)]
      if (isMap(item) || isScalar(item) || isSeq(item)) offset = item.range?.[0] ?? offset
      node = item
    }
  }
  return offset
}

function problemOf(
  file: string,
  error: ErrorObject | undefined,
  lineOf: CheckedFile['lineOf'],
): SetupProblem {
  if (!error) return new SetupProblem(`${file} breaks its schema.`)
  const place = error.instancePath.split('/').slice(1)
  const unknown: unknown = error.params['additionalProperty']
  const full = typeof unknown === 'string' ? [...place, unknown] : place
  const name = full.join('.') || 'the file'
  const actual = typeof unknown === 'string' ? '' : `, but found ${JSON.stringify(error.data)}`
  return new SetupProblem(
    `${file}:${lineOf(full)}: ${name}: ${expectation(error)}${actual}. ${example(error.parentSchema)}`.trimEnd(),
  )
}

function expectation({ keyword, message = 'breaks the schema', params, parentSchema }: ErrorObject): string {
  if (keyword === 'additionalProperties')
    return `unknown property. Expected one of ${Object.keys(Object(parentSchema?.['properties'])).join(', ')}`
  if (keyword === 'enum') return `expected one of ${String(params['allowedValues'])}`
  return `expected a value that ${message.replace(/^must/, 'must')}`
}

function example(schema: unknown): string {
  const examples: unknown = Object(schema).examples
  return Array.isArray(examples) ? `Example: ${JSON.stringify(examples[0])}.` : ''
}
