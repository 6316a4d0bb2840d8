import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'
import { describe, expect, test } from 'vitest'
import { examples, fixtures } from '../src/fixtures.ts'
import { document } from './support/document.ts'

const ajv = new Ajv2020({ strict: false, validateSchema: false, allErrors: true })
formats.default(ajv)
ajv.addSchema(document.source, 'document')

describe.each(document.operations.map((operation) => [operation.id, operation] as const))(
  '%s',
  (id, { path, method, responses }) => {
    test.each(responses)(
      'every body of $status is valid by its schema, and the first one is the fixture',
      ({ status, content, component }) => {
        const [media] = content
        const place = component
          ? ['components', 'responses', component]
          : ['paths', path, method, 'responses', status]
        const pointer = [...place, 'content', media?.name ?? '', 'schema']
          .map((segment) => encodeURIComponent(segment.replaceAll('~', '~0').replaceAll('/', '~1')))
          .join('/')
        const validate = ajv.compile({ $ref: `document#/${pointer}` })
        const bodies = new Map(Object.entries(new Map(Object.entries(examples)).get(id) ?? {})).get(status)

        expect(Object.keys(bodies ?? {})).toEqual(media?.examples.map(({ name }) => name))
        for (const body of Object.values(bodies ?? {}))
          expect(validate(body), ajv.errorsText(validate.errors)).toBe(true)
        expect(new Map<string, object>(Object.entries(fixtures)).get(id)).toHaveProperty(
          status,
          Object.values(bodies ?? {})[0],
        )
      },
    )
  },
)

test('a fixture cannot be changed, so that no test changes what another one reads', () => {
  expect(() => Object.assign(fixtures.whois[200], { is_admin: true })).toThrow(TypeError)
  expect(() => fixtures.listUsernames[200].push('grace')).toThrow(TypeError)
  expect({ ...fixtures.whois[200], is_admin: true }).toMatchObject({ username: 'ada', is_admin: true })
})

test('the fixtures load without MSW', () => {
  const loaded = [
    '../src/fixtures.ts',
    '../src/runtime/frozen.ts',
    '../src/runtime/answer.ts',
    '../src/generated/operations/whois.ts',
  ]
  for (const file of loaded)
    expect(readFileSync(new URL(file, import.meta.url), 'utf8')).not.toMatch(/from 'msw/)
})
