import { expect, test } from 'vitest'
import { differencesIn, exchangeWith } from '../../test/exchange.ts'
import { NotApplicable } from '../errors.ts'
import { createPace, expectPrompt, type Pace } from './pace.ts'

/** A server on which the operation `createToken` takes this long, and others 20 ms. */
function paceWith(...milliseconds: readonly number[]): Pace {
  const pace = createPace()
  for (const operation of ['login', 'whoami', 'listUsers']) pace.record(operation, 20)
  for (const duration of milliseconds) pace.record('createToken', duration)
  return pace
}

async function exchangeAt(pace: Pace) {
  return { ...(await exchangeWith({ status: 200 })), pace }
}

test('records an operation that is slower than others by seconds, in most of its responses', async () => {
  const exchange = await exchangeAt(paceWith(3010, 3030, 40, 3020))
  expect(differencesIn(exchange, expectPrompt)).toEqual([
    'duration: expected about that of other operations, got more than 8 times as long',
  ])
})

test.each([
  ['a hash takes its time', [300, 310, 320]],
  ['it was slow once', [3000, 50, 40]],
  ['it was slow until the other checks had ended', [3000, 3000, 3000, 40]],
])('says nothing when %s', async (_what, durations) => {
  const exchange = await exchangeAt(paceWith(...durations))
  expect(differencesIn(exchange, expectPrompt)).toEqual([])
})

test('says nothing on a server that is slow as a whole', async () => {
  const pace = createPace()
  for (const operation of ['login', 'whoami', 'listUsers', 'createToken'])
    for (let count = 0; count < 3; count += 1) pace.record(operation, 2500)
  expect(differencesIn(await exchangeAt(pace), expectPrompt)).toEqual([])
})

test.each([
  [[3000, 3100], 1],
  [[3000, 40], 0],
])('of two durations the shorter one counts: %j', async (durations, count) => {
  const exchange = await exchangeAt(paceWith(...durations))
  expect(differencesIn(exchange, expectPrompt)).toHaveLength(count)
})

test('does not apply where the operation was called only once, or only two others were', async () => {
  const calledOnce = await exchangeAt(paceWith(3000))
  expect(() => expectPrompt(calledOnce)).toThrow(NotApplicable)
  const pace = createPace()
  for (const operation of ['login', 'whoami']) pace.record(operation, 20)
  for (const duration of [3000, 3000, 3000]) pace.record('createToken', duration)
  const fewOthers = await exchangeAt(pace)
  expect(() => expectPrompt(fewOthers)).toThrow('Too few calls were made to compare durations.')
})
