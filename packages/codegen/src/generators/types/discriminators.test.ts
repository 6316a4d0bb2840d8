import { expect, test } from 'vitest'
import { readDocument } from '../../model/index.ts'
import { generate } from './generate.ts'

const done = { responses: { 204: { description: 'Done.' } } }
const kinds = { propertyName: 'kind' }

function animal(kind: object): object {
  return { type: 'object', required: ['kind'], properties: { kind: { type: 'string', ...kind } } }
}

function refer(...names: readonly string[]): object[] {
  return names.map((name) => ({ $ref: `#/components/schemas/${name}` }))
}

/** The types of schemas by their names, without white space. */
async function typesOf(schemas: Readonly<Record<string, object>>): Promise<Record<string, string>> {
  const files = await generate(
    readDocument({
      openapi: '3.1.1',
      info: { title: 'Animals', version: '1.0.0' },
      paths: { '/animals': { get: { operationId: 'listAnimals', ...done } } },
      components: { schemas },
    }),
  )
  const [, text = ''] = (files.get('openapi.d.ts') ?? '').split(/^ {4}schemas: \{$/m)
  const found = [...text.matchAll(/^ {8}(\w+): ([\s\S]*?);$(?=\n {8}\w|\n {4}\})/gm)]
  return Object.fromEntries(
    found.map(([, name = '', type = '']) => [
      name,
      type.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/\s+/g, ' '),
    ]),
  )
}

test('schemas that have no value of their own have the one that tells them apart', async () => {
  const types = await typesOf({
    Animal: { oneOf: refer('Cat', 'Dog'), discriminator: kinds },
    Cat: animal({}),
    Dog: animal({}),
  })

  expect(types['Cat']).toBe('{ kind: "Cat"; }')
  expect(types['Dog']).toBe('{ kind: "Dog"; }')
})

test('a value of their own stays, because a discriminator changes nothing of what is valid', async () => {
  const types = await typesOf({
    Animal: { oneOf: refer('Cat', 'Dog'), discriminator: kinds },
    Cat: animal({ enum: ['cat'] }),
    Dog: animal({ const: 'dog' }),
  })

  expect(types['Cat']).toBe('{ kind: "cat"; }')
  expect(types['Dog']).toBe('{ kind: "dog"; }')
  expect(types['Animal']).toBe('components["schemas"]["Cat"] | components["schemas"]["Dog"]')
})

test('a property that may be left out stays so', async () => {
  const types = await typesOf({
    Animal: { oneOf: refer('Cat'), discriminator: kinds },
    Cat: { type: 'object', properties: { kind: { type: 'string' } } },
  })

  expect(types['Cat']).toBe('{ kind?: string; }')
})

test('one of several values of their own is the one that the mapping has', async () => {
  const types = await typesOf({
    Animal: {
      oneOf: refer('Cat'),
      discriminator: { ...kinds, mapping: { cat: '#/components/schemas/Cat' } },
    },
    Cat: animal({ enum: ['cat', 'dog'] }),
  })

  expect(types['Cat']).toBe('{ kind: "cat"; }')
})

test('alternatives that are a part of something else keep the property that tells them apart', async () => {
  const types = await typesOf({
    Named: { type: 'object', required: ['name'], properties: { name: { type: 'string' } } },
    Animal: { oneOf: refer('Cat', 'Dog'), discriminator: kinds },
    Pet: { allOf: [...refer('Named'), { oneOf: refer('Cat', 'Dog'), discriminator: kinds }] },
    Guest: { allOf: refer('Named', 'Animal') },
    Cat: animal({}),
    Dog: animal({}),
  })

  expect(types['Pet']).toBe(
    'components["schemas"]["Named"] & (components["schemas"]["Cat"] | components["schemas"]["Dog"])',
  )
  expect(types['Guest']).toBe('components["schemas"]["Named"] & components["schemas"]["Animal"]')
})

test('what inherits has its own value, else the one that its base has for it', async () => {
  const types = await typesOf({
    Animal: {
      ...animal({}),
      discriminator: { ...kinds, mapping: { cat: '#/components/schemas/Cat' } },
    },
    Cat: { allOf: [...refer('Animal'), { type: 'object', properties: { lives: { type: 'integer' } } }] },
    Plant: { ...animal({}), discriminator: kinds },
    Tree: {
      allOf: [
        ...refer('Plant'),
        { type: 'object', required: ['kind'], properties: { kind: { const: 'tree' } } },
      ],
    },
  })

  expect(types['Cat']).toContain('kind: "cat"')
  expect(types['Tree']).toContain('kind: "tree"')
  expect(types['Tree']).not.toContain('"Tree"')
})
