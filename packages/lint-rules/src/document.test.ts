import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { bundle, lint, loadConfig } from '@redocly/openapi-core'
import { describe, expect, test } from 'vitest'
import { memberOf, recordOf } from './reading.ts'

const fileOf = (name: string) => fileURLToPath(new URL(`../../../spec/${name}`, import.meta.url))

const configOf = async (api: string) =>
  (await loadConfig({ configPath: fileOf('redocly.yaml') })).forAlias(api)

const bundleOf = async (api: string): Promise<unknown> => {
  const { bundle: document } = await bundle({ ref: fileOf('openapi.yaml'), config: await configOf(api) })
  return document.parsed
}

const operationIdsOf = (document: unknown) =>
  Object.values(recordOf(memberOf(document, 'paths'))).flatMap((pathItem) =>
    Object.values(recordOf(pathItem)).map((operation) => memberOf(operation, 'operationId')),
  )

test('the document has no problem', async () => {
  expect(await lint({ ref: fileOf('openapi.yaml'), config: await configOf('internal') })).toEqual([])
}, 30_000)

test.each(readdirSync(fileOf('workflows')))('the workflow %s has no problem', async (name) => {
  expect(await lint({ ref: fileOf(`workflows/${name}`), config: await configOf('internal') })).toEqual([])
})

test('a bundle is the same text each time', async () => {
  expect(JSON.stringify(await bundleOf('internal'))).toBe(JSON.stringify(await bundleOf('internal')))
})

test('the published bundle mentions no neighbour', async () => {
  const published = await bundleOf('openapi@json')
  const internal = await bundleOf('internal')
  const operationIds = operationIdsOf(published)
  const neighbours = operationIdsOf(internal).filter((id) => !operationIds.includes(id))
  expect(neighbours).toEqual(
    expect.arrayContaining([
      'createWorkspace',
      'deleteGlobalUser',
      'deleteInvite',
      'deleteWorkspace',
      'inviteUser',
      'listOauthLogins',
      'listPendingInvites',
      'startOauthLogin',
    ]),
  )
  const text = JSON.stringify(published)
  expect(neighbours.filter((id) => text.includes(String(id)))).toEqual([])
  expect(text).not.toContain('x-internal')
})

test('the bundle without texts is the internal one, without its texts', async () => {
  const shape = await bundleOf('shape')
  expect(operationIdsOf(shape)).toEqual(operationIdsOf(await bundleOf('internal')))
  expect(JSON.stringify(shape)).not.toMatch(/"summary":|"description":"[^"]/)
})

describe('is right:', { timeout: 30_000 }, () => {
  /** A copy of the document with other texts in some of its files, which is linted and bundled as the document is. */
  const problemsAndBundleOf = async (edits: Record<string, (text: string) => string>) => {
    const folder = await mkdtemp(path.join(tmpdir(), 'lint-rules-'))
    try {
      await cp(fileOf('.'), folder, { recursive: true, filter: (name) => !/node_modules|dist$/.test(name) })
      for (const [name, edit] of Object.entries(edits)) {
        const file = path.join(folder, name)
        await mkdir(path.dirname(file), { recursive: true })
        await writeFile(file, edit(existsSync(file) ? readFileSync(file, 'utf8') : ''))
      }
      const [ref, config] = [path.join(folder, 'openapi.yaml'), await configOf('internal')]
      const problems = await lint({ ref, config })
      const { bundle: document } = await bundle({ ref, config })
      return {
        problems: problems.map(({ ruleId, message }) => `${ruleId}: ${message}`),
        bundled: document.parsed,
      }
    } finally {
      await rm(folder, { recursive: true })
    }
  }

  const newToken = 'components/schemas/NewToken.yaml'
  const createToken = 'paths/users_tokens_create.yaml'
  const schemas = ['components', 'schemas']
  const withMember = (...lines: string[]) => ({
    [newToken]: (text: string) =>
      text.replace('properties:\n', `properties:\n${lines.map((line) => `  ${line}\n`).join('')}`),
  })

  test.each([
    ['alone', ''],
    ['with siblings', 'description: What a caller may say about it.\n'],
  ])('a $ref at the root of a schema, %s', async (_case, siblings) => {
    const { problems } = await problemsAndBundleOf({
      'components/schemas/TokenRequest.yaml': () => `$ref: NewToken.yaml\n${siblings}`,
      [createToken]: (text) => text.replace('schemas/NewToken.yaml', 'schemas/TokenRequest.yaml'),
    })
    expect(problems).toEqual([])
  })

  test('a description and examples beside a $ref', async () => {
    const owner = ['owner:', '  $ref: Username.yaml', '  description: Whose it is.', '  examples: [ada]']
    const { problems, bundled } = await problemsAndBundleOf(withMember(...owner))
    expect(problems).toEqual([])
    expect(memberOf(bundled, ...schemas, 'NewToken', 'properties', 'owner')).toMatchObject({
      description: 'Whose it is.',
    })
  })

  const animal = (kind: string) => () =>
    `type: object\ndescription: A ${kind}.\nrequired: [kind]\nproperties:\n  kind: { const: ${kind}, description: The kind., examples: [${kind}] }\n`
  const pet = (cat: string, dog: string) => ({
    'components/schemas/Cat.yaml': animal('cat'),
    'components/schemas/Dog.yaml': animal('dog'),
    ...withMember(
      'pet:',
      '  description: A pet.',
      '  examples: [{ kind: cat }]',
      '  oneOf: [{ $ref: Cat.yaml }, { $ref: Dog.yaml }]',
      `  discriminator: { propertyName: kind, mapping: { cat: ${cat}, dog: ${dog} } }`,
    ),
  })

  test.each([
    ['by file', './Cat.yaml', 'Dog.yaml'],
    ['by name', 'Cat', 'Dog'],
  ])('the mapping of a discriminator %s', async (_case, cat, dog) => {
    const { problems, bundled } = await problemsAndBundleOf(pet(cat, dog))
    expect(problems).toEqual([])
    expect(
      memberOf(bundled, ...schemas, 'NewToken', 'properties', 'pet', 'discriminator', 'mapping'),
    ).toEqual({
      cat: '#/components/schemas/Cat',
      dog: '#/components/schemas/Dog',
    })
  })

  test('but for one that leads to no schema', async () => {
    const { problems } = await problemsAndBundleOf(pet('Catt', 'Dog'))
    expect(problems).toEqual([expect.stringMatching(/^no-unresolved-refs: /)])
  })

  test('a description by reference to a text', async () => {
    const { problems, bundled } = await problemsAndBundleOf({
      'texts/createToken.md': () => `${'Creates a token that acts as its caller. '.repeat(3).trim()}\n`,
      [createToken]: (text) =>
        text.replace(
          / {2}description: \|\n( {4}.*\n|\n)+/,
          '  description: { $ref: ../texts/createToken.md }\n',
        ),
    })
    expect(problems).toEqual([])
    const operation = memberOf(bundled, 'paths', '/users/tokens/create', 'post')
    expect(memberOf(operation, 'description')).toMatch(/^Creates a token that acts as its caller\./)
  })

  test.each([
    ['an optional member', ['parent: { $ref: NewToken.yaml }']],
    [
      'a list',
      [
        'children:',
        '  type: array',
        '  maxItems: 9',
        '  items: { $ref: NewToken.yaml }',
        '  description: More.',
        '  examples: [[]]',
      ],
    ],
    [
      'null',
      [
        'parent:',
        '  oneOf: [{ $ref: NewToken.yaml }, { type: "null" }]',
        '  description: One.',
        '  examples: [null]',
      ],
    ],
  ])('a circle of references that ends by %s', async (_case, lines) => {
    const { problems } = await problemsAndBundleOf(withMember(...lines))
    expect(problems).toEqual([])
  })
})
