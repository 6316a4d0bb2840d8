import { expect, test } from 'vitest'
import { describeObserved, exchangeWith } from '../../test/exchange.ts'
import { Stopped } from './observation.ts'
import { expectOneOf } from './once.ts'

function success() {
  return exchangeWith({ status: 201, body: 'done' })
}

function refusal(status = 400, body = 'Bad request: taken') {
  return exchangeWith({ status, headers: { 'content-type': 'text/plain' }, body })
}

/** What is recorded of calls with these responses. */
async function outcomeOf(responses: readonly ReturnType<typeof exchangeWith>[]) {
  const exchanges = await Promise.all(responses)
  const ended = await expectOneOf(
    exchanges.map((exchange) => async () => exchange),
    '400',
  ).catch((error: unknown) => error)
  return { lines: exchanges.flatMap(describeObserved), isStopped: ended instanceof Stopped }
}

test('one success and a refusal are right, in any order', async () => {
  expect(await outcomeOf([success(), refusal()])).toEqual({ lines: [], isStopped: false })
  expect(await outcomeOf([refusal(), success(), refusal()])).toEqual({ lines: [], isStopped: false })
})

test('two successes are one too many, and none is one too few', async () => {
  expect(await outcomeOf([success(), success()])).toEqual({
    lines: ['successes of identical concurrent calls: expected 1, got several'],
    isStopped: true,
  })
  expect(await outcomeOf([refusal(), refusal()])).toEqual({
    lines: ['successes of identical concurrent calls: expected 1, got none'],
    isStopped: true,
  })
})

test('every refusal of another kind is recorded', async () => {
  const responses = [
    success(),
    refusal(404, 'Not found: gone'),
    refusal(500, 'Internal: oops'),
    refusal(409, 'x'),
  ]
  expect(await outcomeOf(responses)).toEqual({
    lines: [
      'status: expected 400, got 404',
      'status: expected 400, got 500',
      'status: expected 400, got 409',
    ],
    isStopped: true,
  })
})
