import { expect, test } from 'vitest'
import { largestBody, paddedTo } from './body-size.ts'

test.each([largestBody, largestBody + 1])('makes a body of %d bytes of a small one', (bytes) => {
  const body = paddedTo(bytes)({ name: 'Ünïcödé' })
  expect(new TextEncoder().encode(JSON.stringify(body)).length).toBe(bytes)
  expect(body).toMatchObject({ name: 'Ünïcödé' })
})
