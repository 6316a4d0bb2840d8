import { expect, test } from 'vitest'
import { exchangeWith } from '../../test/exchange.ts'
import { differenceWith } from '../../test/report.ts'
import { placeOfDifference } from './place.ts'

const exchange = await exchangeWith({ status: 200, body: '[]' })

test('is the one that the check names', () => {
  const place = placeOfDifference(
    differenceWith({ operation: 'listUsers', pointers: ['responses/403'], exchange }),
  )
  expect(place?.pointer).toMatch(/users~1list\/get\/responses\/403$/)
})

test('is the property that was read back and differs, of an object or of an item', () => {
  const read = { operation: 'updateUser', shownBy: 'listUsers', pointers: [], exchange }
  for (const observation of ['is_admin', 'the members /0/is_admin'])
    expect(placeOfDifference(differenceWith({ ...read, observation }))?.pointer).toBe(
      '/components/schemas/User/properties/is_admin',
    )
})

test('is the property that was sent, where no response shows it', () => {
  const place = placeOfDifference(
    differenceWith({
      operation: 'createToken',
      observation: 'the stored expiration',
      pointers: [],
      exchange,
    }),
  )
  expect(place?.pointer).toBe('/components/schemas/NewToken/properties/expiration')
})

test('is the response that shows it, where it is no property', () => {
  const place = placeOfDifference(
    differenceWith({ operation: 'listUsers', observation: 'the number of members', pointers: [], exchange }),
  )
  expect(place?.pointer).toMatch(/users~1list\/get\/responses\/200$/)
})

test('is the operation, where no response came', () => {
  const place = placeOfDifference(
    differenceWith({ operation: 'listUsers', observation: 'connection', pointers: [] }),
  )
  expect(place?.pointer).toMatch(/users~1list\/get$/)
})
