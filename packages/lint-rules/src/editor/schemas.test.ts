import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import Ajv from 'ajv/dist/2020.js'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { listOf, memberOf, textsOf } from '../reading.ts'
import { jetBrainsMappings } from './jetbrains.ts'
import { editorSchemas, type Kind, kinds } from './schemas.ts'

const root = fileURLToPath(new URL('../../../../', import.meta.url))
const read = (file: string) => readFileSync(path.join(root, file), 'utf8')

/** Those that the lint of the document knows. */
const options = memberOf(parse(read('spec/redocly.yaml')), 'oas3_1Rules', 'document/operation-role')
const roles = [
  'anonymous',
  ...textsOf(memberOf(options, 'instance')),
  ...textsOf(memberOf(options, 'workspace')),
]
const schemas = editorSchemas(roles)

const renew = 'Renew the schemas: pnpm vitest run --project lint-rules editor -u'

/** What an editor would underline in a text of this kind: where, and why. */
function mistakesIn(kind: Kind, text: string): string[] {
  const ajv = new Ajv.default({ strict: false, allErrors: true, validateFormats: false })
  ajv.validate(schemas[kind], parse(text))
  return listOf(ajv.errors).map(
    (error) =>
      `${memberOf(error, 'instancePath')} ${memberOf(error, 'message')} ${JSON.stringify(memberOf(error, 'params'))}`,
  )
}

test.each(Object.keys(kinds) as Kind[])('%s.schema.json is what the rules say', async (kind) => {
  await expect(`${JSON.stringify(schemas[kind], undefined, 2)}\n`).toMatchFileSnapshot(
    path.join(root, `.vscode/schemas/${kind}.schema.json`),
    renew,
  )
})

test('VS Code checks each kind of file with its schema', () => {
  const wanted = Object.entries(kinds).map(([kind, files]) => [`.vscode/schemas/${kind}.schema.json`, files])
  expect(JSON.parse(read('.vscode/settings.json'))['yaml.schemas']).toEqual(Object.fromEntries(wanted))
})

test('so does an IDE of JetBrains', async () => {
  await expect(jetBrainsMappings()).toMatchFileSnapshot(path.join(root, '.idea/jsonSchemas.xml'), renew)
})

const fragments = Object.entries(kinds).flatMap(([kind, files]) =>
  globSync(files, { cwd: root }).map((file) => [file.replaceAll('\\', '/'), kind as Kind] as const),
)

test.each(fragments)('an editor has nothing to say about %s', (file, kind) => {
  expect(mistakesIn(kind, read(file))).toEqual([])
})

const createToken = 'spec/paths/users_tokens_create.yaml'
const newToken = 'spec/components/schemas/NewToken.yaml'
const workflow = 'spec/workflows/log-in-and-look-around.arazzo.yaml'

test.each<[string, Kind, string, string, string, string]>([
  ['a misspelt key', 'path-item', createToken, '  summary:', '  summery:', '"summery"'],
  ['a method in capitals', 'path-item', createToken, 'post:', 'POST:', '"POST"'],
  ['an unknown role', 'path-item', createToken, 'x-role: user', 'x-role: usr', '/post/x-role'],
  [
    'a name that is not in camelCase',
    'path-item',
    createToken,
    'operationId: createToken',
    'operationId: create_token',
    '/post/operationId',
  ],
  ['a status of four digits', 'path-item', createToken, '"201":', '"2011":', '/post/responses'],
  [
    'an idempotent operation that is not',
    'path-item',
    createToken,
    'x-role: user',
    'x-role: user\n  x-idempotent: false',
    '/post/x-idempotent',
  ],
  [
    'a response without a description',
    'path-item',
    createToken,
    '      description: token created\n',
    '',
    '"description"',
  ],
  ['an unknown type', 'schema', newToken, 'type: object', 'type: objekt', '/type'],
  ['`required: true`', 'schema', newToken, 'required: []', 'required: true', '/required'],
  ['an object without `required`', 'schema', newToken, 'required: []\n', '', '"required"'],
  [
    'an unknown format',
    'schema',
    newToken,
    'format: date-time',
    'format: datetime',
    '/properties/expiration/format',
  ],
  [
    'a limit in quotes',
    'schema',
    newToken,
    'maxLength: 50',
    'maxLength: "50"',
    '/properties/label/maxLength',
  ],
  [
    'a word of OpenAPI 3.0',
    'schema',
    newToken,
    '    maxLength: 50',
    '    maxLength: 50\n    nullable: true',
    '"nullable"',
  ],
  [
    'a draft that is marked with a word',
    'schema',
    newToken,
    '    maxLength: 50',
    '    maxLength: 50\n    x-draft: yes',
    '/properties/label/x-draft',
  ],
  ['a workflow without inputs', 'workflow', workflow, '    inputs:', '    input:', '"inputs"'],
  [
    'a step by another key',
    'workflow',
    workflow,
    '        operationId: login',
    '        operation: login',
    '"operation"',
  ],
])('an editor tells %s', (_case, kind, file, from, to, told) => {
  const text = read(file)
  const wrong = text.replace(from, to)
  expect(wrong).not.toBe(text)
  expect(mistakesIn(kind, wrong)).toEqual(expect.arrayContaining([expect.stringContaining(told)]))
})
