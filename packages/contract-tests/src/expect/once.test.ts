import { expect, test } from 'vitest'
import { exchangeWith } from '../../test/exchange.ts'
import { expectOneOf } from './once.ts'

const success = () => exchangeWith({ status: 201, body: 'done' })
const refusal = () =>
  exchangeWith({ status: 400, headers: { 'content-type': 'text/plain' }, body: 'Bad request: taken' })

test('one success and a refusal are right, in any order', async () => {
  await expectOneOf([success, refusal], '400')
  await expectOneOf([refusal, success], '400')
})

test('two successes are one too many, and none is one too few', async () => {
  await expect(expectOneOf([success, success], '400')).rejects.toThrow(
    'expected one success of 2 equal calls at once, came 2',
  )
  await expect(expectOneOf([refusal, refusal], '400')).rejects.toThrow('came 0')
})

test('a refusal of another kind is told', async () => {
  await expect(expectOneOf([success, refusal], '404')).rejects.toThrow('expected status 404, came status 400')
})
