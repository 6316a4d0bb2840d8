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
    '  responses:',
    '    "200":',
    '      description: the user',
    'delete:',
    '  operationId: deleteUser',
    '  requestBody: {}',
    '  responses:',
    '    "200": {}',
  ].join('\n'),
  'components/schemas/User.yaml': 'type: object\nproperties:\n  email: {}\n',
}

const bundle = [
  'openapi: 3.1.1',
  'paths:',
  '  /users/{name}:',
  '    get:',
  '      operationId: whois',
  '      parameters:',
  '        - name: name',
  '      responses:',
  '        "200":',
  '          description: the user',
  'components:',
  '  schemas:',
  '    User:',
  '      properties:',
  '        email: {}',
].join('\n')

const places = findPlaces({ read: (file) => files[file] ?? '', bundle, components: ['schemas/User.yaml'] })

test('finds each part of an operation in the bundle and in its file', () => {
  const get = '/paths/~1users~1{name}/get'
  expect(places[get]).toEqual({ line: 4, source: 'paths/users_{name}.yaml:1' })
  expect(places[`${get}/parameters/0`]).toEqual({ line: 7, source: 'paths/users_{name}.yaml:4' })
  expect(places[`${get}/responses/200`]).toEqual({ line: 9, source: 'paths/users_{name}.yaml:7' })
})

test('gives the source alone of what is not published', () => {
  const remove = '/paths/~1users~1{name}/delete'
  expect(places[remove]).toEqual({ source: 'paths/users_{name}.yaml:9' })
  expect(places[`${remove}/requestBody`]).toEqual({ source: 'paths/users_{name}.yaml:11' })
})

test('finds components and their members', () => {
  expect(places['/components/schemas/User']).toEqual({ line: 13, source: 'components/schemas/User.yaml:1' })
  expect(places['/components/schemas/User/properties/email']).toEqual({
    line: 15,
    source: 'components/schemas/User.yaml:3',
  })
})
