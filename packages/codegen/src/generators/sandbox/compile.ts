import { _ } from 'ajv'
import { Ajv2020 } from 'ajv/dist/2020.js'
import standaloneModule from 'ajv/dist/standalone/index.js'
import { hasUnicodePatterns, isMembers, mapSchema, type Schema } from '../../model/index.ts'

/**
 * The formats that are checked; any other is an annotation, as JSON Schema has it. `text` is given to each string without
 * a format or an enumeration, so that a server can refuse there what is no Unicode text.
 */
const checkedFormats = ['date-time', 'email', 'text']

// Absolute, so that no key of a validator changes what a reference means.
const componentsKey = 'urn:openapi:document'

/** What to compile, and how much a validator tells. */
export interface CompileOptions {
  /** Named in the first line of the module. */
  readonly header: string
  readonly schemas: ReadonlyMap<string, Schema>
  /** What references lead to: the components of a document. */
  readonly components?: object
  /** Whether it tells everything that is wrong, each with its schema, instead of the first thing. Default: false. */
  readonly tellsAll?: boolean
}

/** A module with a validator for each schema, by its key. What a validator calls is handed in: the module imports nothing. */
export function compileSchemas({
  header,
  schemas,
  components = {},
  tellsAll = false,
}: CompileOptions): string {
  const ajv = new Ajv2020({
    // An OpenAPI document holds more than JSON Schema, and formats that are annotations.
    strict: false,
    validateSchema: false,
    logger: false,
    inlineRefs: false,
    allErrors: tellsAll,
    verbose: tellsAll,
    unicodeRegExp: [...schemas.values(), ...Object.values(components)].every(hasUnicodePatterns),
    code: { source: true, lines: true, formats: _`runtime.formats` },
  })
  for (const format of checkedFormats) ajv.addFormat(format, () => true)
  const named = Object.entries(components).map(([name, schema]) => [name, prepared(schema)])
  ajv.addSchema({ components: { schemas: Object.fromEntries(named) } }, componentsKey)
  for (const [key, schema] of schemas) ajv.addSchema({ ...asObject(prepared(schema)) }, key)
  return moduleOf(header, standalone(ajv, Object.fromEntries([...schemas.keys()].map((key) => [key, key]))))
}

// The package is CommonJS: its function is the module itself for Node and `default` for the compiler.
const standalone = standaloneModule.default

/** A copy whose references lead into the components, and whose plain strings carry the format `text`. */
function prepared(schema: unknown): unknown {
  return mapSchema(schema, (part) => {
    if (!isMembers(part)) return part
    const { $ref } = part
    const referring = typeof $ref === 'string' ? { ...part, $ref: `${componentsKey}${$ref}` } : part
    return isPlainText(referring) ? { ...referring, format: 'text' } : referring
  })
}

function isPlainText(schema: Readonly<Record<string, unknown>>): boolean {
  const types = [schema['type']].flat()
  return types.includes('string') && !('format' in schema || 'enum' in schema || 'const' in schema)
}

function asObject(schema: unknown): object {
  return typeof schema === 'object' && schema !== null ? schema : {}
}

function moduleOf(header: string, code: string): string {
  const body = code
    .replace('"use strict";', '')
    .replaceAll('require("ajv/dist/runtime/ucs2length").default', 'runtime.codePointLength')
    .replaceAll('require("ajv/dist/runtime/equal").default', 'runtime.deepEqual')
    .replaceAll(/^exports/gm, 'validators')
  return [
    header,
    '// @ts-nocheck: compiled from JSON Schema by Ajv, which does not write types.',
    '',
    runtimeTypes,
    'export function createValidators(runtime: ValidatorRuntime): Validators {',
    'const validators = {}',
    body.trim(),
    'return validators',
    '}',
    '',
  ].join('\n')
}

const runtimeTypes = `/** What the validators call. */
export interface ValidatorRuntime {
  readonly formats: { readonly [Format in ${checkedFormats.map((format) => `'${format}'`).join(' | ')}]: (text: string) => boolean }
  /** The length of a text in Unicode code points. */
  readonly codePointLength: (text: string) => number
  readonly deepEqual: (first: unknown, second: unknown) => boolean
}

/** Says whether a value satisfies its schema; \`errors\` says what is wrong with the last one that did not. */
export interface Validator {
  (value: unknown): boolean
  readonly errors?: readonly ValidationError[] | null
}

export interface ValidationError {
  /** Where, as a JSON Pointer. */
  readonly instancePath: string
  readonly keyword: string
  readonly params: Readonly<Record<string, unknown>>
  readonly message?: string
  /** The schema that holds the keyword, where the validators tell all. */
  readonly parentSchema?: unknown
  /** The name of a member, where it is the name that is wrong. */
  readonly propertyName?: string
}

/** A validator for each schema, by its key. */
export type Validators = Readonly<Record<string, Validator>>
`
