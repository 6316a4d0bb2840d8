import { expect, test } from 'vitest'
import { exchangeWith } from '../../test/exchange.ts'
import { isExactly, names } from './holds.ts'

test('finds the subjects of an response in whatever words', async () => {
  const exchange = await exchangeWith({ status: 200, body: 'ada@example.com has joined demo.' })
  expect(() => names('demo', 'ada@example.com')(exchange)).not.toThrow()
  expect(() => names('demo', 'grace@example.com')(exchange)).toThrow(
    'expected a body that names grace@example.com',
  )
})

test('finds a subject that JSON writes with an escape', async () => {
  const headers = { 'Content-Type': 'application/json' }
  const exchange = await exchangeWith({ status: 200, headers, body: '["ada\\u0040example.com"]' })
  expect(() => names('ada@example.com')(exchange)).not.toThrow()
})

test('needs a text to be exactly that', async () => {
  const exchange = await exchangeWith({ status: 200, body: 'ada@example.com' })
  expect(() => isExactly('ada@example.com')(exchange)).not.toThrow()
  expect(() => isExactly('Ada@example.com')(exchange)).toThrow('expected the body "Ada@example.com"')
})
