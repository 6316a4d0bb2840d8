import { expect, test } from 'vitest'
import { withoutReferred } from './without-referred.ts'

const to = (pointer: string) => ({ $ref: pointer })

test('what refers to something that is gone is gone, too, however deep and by however many steps', () => {
  const components = {
    schemas: { 'Pet.Item': {}, Owner: { properties: { name: { type: 'string' } } } },
    responses: {
      Pets: { content: { 'text/html': { schema: { items: to('#/components/schemas/Pet.Item') } } } },
      Owners: { content: { 'text/html': { schema: to('#/components/schemas/Owner') } } },
    },
    pathItems: { Pets: { get: { responses: { 200: to('#/components/responses/Pets') } } } },
  }
  const left = withoutReferred(components as never, ['#/components/schemas/Pet.Item'])
  expect(left).toEqual({
    schemas: { Owner: components.schemas.Owner },
    responses: { Owners: components.responses.Owners },
    pathItems: {},
  })
})
