import { describe, expect, test } from 'vitest'
import { type DocumentModel, readDocument, type Schema } from '../../model/index.ts'
import { invalidBodies } from './invalid-bodies.ts'

function modelWith(schemas: Record<string, Schema>): DocumentModel {
  return readDocument({ openapi: '3.1.0', info: { title: 'Bodies', version: '1' }, components: { schemas } })
}

/** How one member of a schema can be wrong, by rule. */
function wrongMember(member: Schema, rule: string, required: readonly string[] = []): string[] {
  const schema: Schema = { type: 'object', required, properties: { value: member } }
  return invalidBodies(modelWith({}), schema).flatMap((body) => (body.rule === rule ? [body.what] : []))
}

describe('invalidBodies', () => {
  test('leaves out each required member, and no optional one', () => {
    expect(wrongMember({ type: 'string' }, 'body-member-missing', ['value'])).toEqual(['value is missing'])
    expect(wrongMember({ type: 'string' }, 'body-member-missing')).toEqual([])
  })

  test('sends null only where the schema does not allow it', () => {
    expect(wrongMember({ type: 'string' }, 'body-member-null')).toEqual(['value is null'])
    expect(wrongMember({ type: ['string', 'null'] }, 'body-member-null')).toEqual([])
    expect(wrongMember({ anyOf: [{ type: 'number' }, { type: 'null' }] }, 'body-member-null')).toEqual([])
  })

  test('sends a value of each other type', () => {
    expect(wrongMember({ type: ['integer', 'null'] }, 'body-member-type')).toEqual([
      'value is a boolean',
      'value is a string',
      'value is an array',
      'value is an object',
      'value is no whole number',
    ])
  })

  test('sends no value that the schema takes after all', () => {
    expect(wrongMember({ type: 'integer' }, 'body-member-type')).not.toContain('value is a number')
    expect(wrongMember({}, 'body-member-type')).toEqual([])
  })

  test('goes beyond each limit', () => {
    expect(wrongMember({ type: 'string', minLength: 1, maxLength: 9 }, 'body-member-value')).toEqual([
      'value is empty',
      'value is longer than 9 characters',
    ])
    expect(wrongMember({ type: 'integer', minimum: 1, maximum: 9 }, 'body-member-value')).toEqual([
      'value is less than 1',
      'value is more than 9',
    ])
    expect(wrongMember({ type: 'string', enum: ['a'] }, 'body-member-value')).toEqual([
      'value is "none-of-them"',
    ])
    expect(wrongMember({ type: 'array', minItems: 1 }, 'body-member-value')).toEqual([
      'value is an array without items',
    ])
  })

  test('keeps an address that is too long an address', () => {
    const schema: Schema = {
      type: 'object',
      properties: { email: { type: 'string', format: 'email', maxLength: 50 } },
    }
    const changes = invalidBodies(modelWith({}), schema).map(({ change }) => change)
    expect(changes).toContain("replacing('email', 'x'.repeat(39) + '@example.com')")
  })

  test('follows references', () => {
    const model = modelWith({ Name: { type: 'string', pattern: '^[\\w-]+$' } })
    const schema: Schema = { type: 'object', properties: { name: { $ref: '#/components/schemas/Name' } } }
    const changes = invalidBodies(model, schema).map(({ change }) => change)
    expect(changes).toContain("replacing('name', 'white space')")
  })

  test('breaks a body as a whole', () => {
    const model = modelWith({})
    expect(invalidBodies(model, { type: 'object' }).map(({ change }) => change)).toEqual([
      'instead(1)',
      'instead(true)',
      "instead('text')",
      'instead([])',
      'instead(null)',
    ])
    expect(
      invalidBodies(model, { anyOf: [{ type: 'string' }, { type: 'object' }] }).map(({ change }) => change),
    ).not.toContain("instead('text')")
  })
})
