import { expect, test } from 'vitest'
import { boundedTransport, describeBounds } from './bounded-transport.ts'
import type { Exchange } from './exchange.ts'

const request = { method: 'GET', url: 'http://localhost/api', headers: {}, body: undefined }
const never = () => new Promise<Exchange>(() => {})

test('does not wait for a call that is under way when the signal comes', async () => {
  const stop = new AbortController()
  const transport = {
    send() {
      stop.abort()
      return never()
    },
  }
  const { send } = boundedTransport(transport, { signal: stop.signal })
  await expect(send('whoami', request)).rejects.toThrow('the clean-up was stopped')
})

test('ends a call when the time is over', async () => {
  const { send } = boundedTransport({ send: never }, { bounds: { calls: 10, milliseconds: 1 } })
  await expect(send('whoami', request)).rejects.toThrow('the clean-up took longer than 1 s')
})

test('says its bounds', () => {
  expect(describeBounds({ calls: 10_000, milliseconds: 600_000 })).toBe('10,000 calls and 10 minutes')
})
