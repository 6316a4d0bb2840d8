import { expect, test } from 'vitest'
import { exchangeWith } from '../../test/exchange.ts'
import { createPace, expectPrompt, type Pace } from './pace.ts'

/** A server on which the operation `createToken` takes this long, and others 20 ms. */
function paceWith(...milliseconds: readonly number[]): Pace {
  const pace = createPace()
  for (const operation of ['login', 'whoami', 'listUsers']) pace.record(operation, 20)
  for (const duration of milliseconds) pace.record('createToken', duration)
  return pace
}

async function performanceWith(pace: Pace) {
  return { ...(await exchangeWith({ status: 200 })), holds: [], pace, mask: (text: string) => text }
}

test('tells of an operation that is slower than others by seconds, in every response', async () => {
  const performance = await performanceWith(paceWith(3010, 3030, 3020))
  expect(() => expectPrompt(performance)).toThrow(
    'expected responses in about the time of other operations, 20 ms',
  )
  expect(() => expectPrompt(performance)).toThrow('came 3020 ms in most responses')
})

test.each([
  ['a hash takes its time', [300, 310, 320]],
  ['it was slow once', [3000, 50, 40]],
  ['it was called twice alone', [3000, 3100]],
])('says nothing when %s', async (_what, durations) => {
  const performance = await performanceWith(paceWith(...durations))
  expect(() => expectPrompt(performance)).not.toThrow()
})

test('says nothing on a server that is slow as a whole', async () => {
  const pace = createPace()
  for (const operation of ['login', 'whoami', 'listUsers', 'createToken'])
    for (let count = 0; count < 3; count += 1) pace.record(operation, 2500)
  const performance = await performanceWith(pace)
  expect(() => expectPrompt(performance)).not.toThrow()
})
