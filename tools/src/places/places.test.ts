import { expect, test } from 'vitest'
import { findPlaces } from './places.ts'

const files: Readonly<Record<string, string>> = {
  'openapi.yaml': 'paths:\n  /users/{name}:\n    $ref: paths/users_{name}.yaml\n',
  'paths/users_{name}.yaml': [
    'get:',
    '  operationId: whois',
    '  parameters:',
    '    - name: name',
    '      in: path',
    '    - $ref: ../components/parameters/Page.yaml',
    '  responses:',
    '    "200":',
    '      description: the user',
    '      headers:',
    '        Cache-Control:',
    '          $ref: ../components/headers/NoStore.yaml',
    '      content:',
    '        application/json:',
    '          schema:',
    '            $ref: ../components/schemas/User.yaml',
    '    "429":',
    '      $ref: ../components/responses/TooMany.yaml',
    'delete:',
    '  operationId: deleteUser',
    '  requestBody: {}',
    '  responses:',
    '    "200": {}',
  ].join('\n'),
  'components/parameters/Page.yaml': 'name: page\nin: query\n',
  'components/headers/NoStore.yaml': 'schema: {}\n',
  'components/responses/TooMany.yaml': 'description: too many\nheaders:\n  Retry-After:\n    schema: {}\n',
  'components/schemas/User.yaml': [
    'type: object',
    'properties:',
    '  email: {}',
    '  groups:',
    '    type: array',
    '    items:',
    '      type: object',
    '      properties:',
    '        name: {}',
    '  usage:',
    '    properties:',
    '      executions: {}',
  ].join('\n'),
}

const bundle = [
  'openapi: 3.1.1',
  'paths:',
  '  /users/{name}:',
  '    get:',
  '      operationId: whois',
  '      parameters:',
  '        - name: name',
  "        - $ref: '#/components/parameters/Page'",
  '      responses:',
  '        "200":',
  '          description: the user',
  '          headers:',
  '            Cache-Control:',
  "              $ref: '#/components/headers/NoStore'",
  '        "429":',
  "          $ref: '#/components/responses/TooMany'",
  'components:',
  '  parameters:',
  '    Page: { name: page }',
  '  headers:',
  '    NoStore: {}',
  '  responses:',
  '    TooMany:',
  '      headers:',
  '        Retry-After: {}',
  '  schemas:',
  '    User:',
  '      properties:',
  '        email: {}',
  '        groups:',
  '          items:',
  '            properties:',
  '              name: {}',
  '        usage:',
  '          properties:',
  '            executions: {}',
].join('\n')

const places = findPlaces({
  read: (file) => files[file] ?? '',
  bundle,
  components: ['parameters/Page.yaml', 'headers/NoStore.yaml', 'responses/TooMany.yaml', 'schemas/User.yaml'],
})

const get = '/paths/~1users~1{name}/get'

/** The lines that a place names, in the bundle and in the source. */
function linesAt(pointer: string): readonly (string | undefined)[] {
  const place = places[pointer]
  const [file = '', line] = place?.source.split(':') ?? []
  return [
    bundle.split('\n')[(place?.line ?? 0) - 1]?.trim(),
    files[file]?.split('\n')[Number(line) - 1]?.trim(),
  ]
}

test('finds each part of an operation in the bundle and in its file', () => {
  expect(places[get]).toEqual({ line: 4, source: 'paths/users_{name}.yaml:1' })
  expect(places[`${get}/parameters/0`]).toEqual({ line: 7, source: 'paths/users_{name}.yaml:4' })
  expect(linesAt(`${get}/responses/200`)).toEqual(['"200":', '"200":'])
})

test('finds a header of a response', () => {
  expect(linesAt(`${get}/responses/200/headers/Cache-Control`)).toEqual(['Cache-Control:', 'Cache-Control:'])
})

test('finds a header of a response that is a component, and says where it really stands', () => {
  const pointer = '/components/responses/TooMany/headers/Retry-After'
  const place = places[`${get}/responses/429/headers/Retry-After`]
  expect(place).toEqual({ ...places[pointer], pointer })
  expect(place?.source).toBe('components/responses/TooMany.yaml:3')
  expect(linesAt(pointer)).toEqual(['Retry-After: {}', 'Retry-After:'])
})

test('finds a parameter by its name, whether or not it is a component', () => {
  for (const [index, name] of ['name', 'page'].entries()) {
    const pointer = `${get}/parameters/${index}`
    expect(places[`${get}/parameters/${name}`]).toEqual({ ...places[pointer], pointer })
  }
})

test('finds a property of a body by the body, and says where it really stands', () => {
  const pointer = '/components/schemas/User/properties/email'
  const place = places[`${get}/responses/200/content/application~1json/schema/properties/email`]
  expect(place).toEqual({ ...places[pointer], pointer })
})

test('gives the source alone of what is not published', () => {
  const remove = '/paths/~1users~1{name}/delete'
  expect(places[remove]).toEqual({ source: 'paths/users_{name}.yaml:19' })
  expect(places[`${remove}/requestBody`]).toEqual({ source: 'paths/users_{name}.yaml:21' })
})

test('finds a component and its properties at any depth', () => {
  const user = '/components/schemas/User'
  expect(linesAt(user)).toEqual(['User:', 'type: object'])
  expect(linesAt(`${user}/properties/email`)).toEqual(['email: {}', 'email: {}'])
  expect(linesAt(`${user}/properties/usage/properties/executions`)).toEqual([
    'executions: {}',
    'executions: {}',
  ])
})

test('finds the items of a list and the properties of an item', () => {
  const items = '/components/schemas/User/properties/groups/items'
  expect(linesAt(items)).toEqual(['items:', 'items:'])
  expect(linesAt(`${items}/properties/name`)).toEqual(['name: {}', 'name: {}'])
})

test('finds nothing of a draft, which no other bundle has', () => {
  const read = (file: string) => files[file] ?? ''
  const served = bundle.split('\n    User:')[0] ?? ''
  const known = findPlaces({
    read,
    bundle,
    served,
    components: ['headers/NoStore.yaml', 'schemas/User.yaml'],
  })
  expect(Object.keys(known).filter((pointer) => pointer.includes('User'))).toEqual([])
  expect(known).toHaveProperty(['/components/headers/NoStore'])
})
