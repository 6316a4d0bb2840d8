import { expect, test } from 'vitest'
import { findCircles } from './circles.ts'
import { deadReferences, type Files, referencesOf } from './references.ts'
import { readSourceFile } from './source-file.ts'

/** A document of these files. */
function documentOf(texts: Readonly<Record<string, string>>, others: readonly string[] = []) {
  const byName = new Map(Object.entries(texts).map(([name, text]) => [name, readSourceFile(name, text)]))
  const files: Files = { byName, has: (name) => others.includes(name) }
  const references = [...byName.values()].flatMap((file) => referencesOf(file, files))
  const circles = findCircles(references)
  return {
    dead: deadReferences(references).map(
      ({ file, line, column, message }) => `${file}:${line}:${column} ${message}`,
    ),
    circles: circles.ofReferences.map(({ message }) => message),
    endless: circles.ofSchemas.map(({ message }) => message),
  }
}

const token = 'type: object\nproperties:\n  label: { type: string }\n  a/b: { type: string }\n'

test.each<[mistake: string, reference: string, told: string]>([
  [
    'a file that is not there',
    '../components/schemas/Tokn.yaml',
    'There is no file `../components/schemas/Tokn.yaml`. The nearest is another. Right: `$ref: ../components/schemas/Token.yaml`.',
  ],
  [
    'a file that is not there, with a pointer',
    '../components/schemas/Tokn.yaml#/properties/label',
    'There is no file `../components/schemas/Tokn.yaml`. The nearest is another. Right: `$ref: ../components/schemas/Token.yaml#/properties/label`.',
  ],
  [
    'a file that is like no other',
    '../elsewhere.yaml',
    'There is no file `../elsewhere.yaml`. Expected: one of this document, as a path from this file.',
  ],
  [
    'a misspelt end of a pointer',
    '../components/schemas/Token.yaml#/properties/lable',
    'Nothing is called `lable` where `../components/schemas/Token.yaml#/properties/lable` leads. At `#/properties` there are label, a/b. Right: `$ref: ../components/schemas/Token.yaml#/properties/label`.',
  ],
  [
    'a misspelt beginning of a pointer',
    '../components/schemas/Token.yaml#/propertys/label',
    'Nothing is called `propertys` where `../components/schemas/Token.yaml#/propertys/label` leads. At its top there are type, properties. Right: `$ref: ../components/schemas/Token.yaml#/properties/label`.',
  ],
])('%s is told with what there is', (_, reference, message) => {
  const { dead } = documentOf({
    'paths/tokens.yaml': `schema:\n  $ref: ${reference}\n`,
    'components/schemas/Token.yaml': token,
  })
  expect(dead).toEqual([`paths/tokens.yaml:2:9 ${message}`])
})

test.each([
  '../components/schemas/Token.yaml',
  '../components/schemas/Token.yaml#/properties/a~1b',
  '#/schema',
  '../texts/token.md',
  'https://example.com/token.yaml',
])('%s leads somewhere', (reference) => {
  const { dead } = documentOf(
    {
      'paths/tokens.yaml': `schema: {}\nother:\n  $ref: '${reference}'\n`,
      'components/schemas/Token.yaml': token,
    },
    ['texts/token.md'],
  )
  expect(dead).toEqual([])
})

test('what looks like a reference in an example is a text', () => {
  const { dead } = documentOf({
    'paths/tokens.yaml': 'example: { $ref: nowhere.yaml }\nexamples: [{ $ref: nowhere.yaml }]\n',
  })
  expect(dead).toEqual([])
})

test('references that lead to each other alone are told with their way', () => {
  const { circles } = documentOf({
    'A.yaml': '$ref: B.yaml\n',
    'B.yaml': '$ref: ./C.yaml\n',
    'C.yaml': '$ref: A.yaml\n',
  })
  expect(circles).toEqual([
    expect.stringContaining('This circle of references ends nowhere: A.yaml → B.yaml → C.yaml → A.yaml.'),
  ])
})

test.each<[way: string, schema: string]>([
  ['a required member', 'type: object\nrequired: [parent]\nproperties:\n  parent: { $ref: A.yaml }\n'],
  ['a part of allOf', 'allOf:\n  - $ref: A.yaml\n'],
  ['a list that cannot be empty', 'type: array\nminItems: 1\nitems: { $ref: A.yaml }\n'],
  [
    'each alternative',
    'oneOf:\n  - $ref: A.yaml\n  - type: object\n    required: [a]\n    properties: { a: { $ref: A.yaml } }\n',
  ],
])('a schema that needs itself by %s has no value', (_, schema) => {
  expect(documentOf({ 'A.yaml': schema })).toMatchObject({
    circles: [],
    endless: [expect.stringContaining('A.yaml → A.yaml')],
  })
})

test.each<[way: string, schema: string]>([
  ['an optional member', 'type: object\nproperties:\n  parent: { $ref: A.yaml }\n'],
  ['a list', 'type: array\nitems: { $ref: A.yaml }\n'],
  ['one alternative', 'anyOf:\n  - $ref: A.yaml\n  - type: string\n'],
  ['null', 'type: [object, "null"]\nrequired: [parent]\nproperties:\n  parent: { $ref: A.yaml }\n'],
  ['a map', 'type: object\nadditionalProperties: { $ref: A.yaml }\n'],
])('a schema that refers to itself through %s ends', (_, schema) => {
  expect(documentOf({ 'A.yaml': schema })).toMatchObject({ circles: [], endless: [] })
})
