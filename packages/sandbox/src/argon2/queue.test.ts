import { expect, test } from 'vitest'
import { queued } from './queue.ts'

test('runs no more than so many at a time, the first first, and goes on after a failure', async () => {
  const events: string[] = []
  let running = 0
  const run = queued(async (name: string) => {
    running += 1
    events.push(`${name} of ${running}`)
    await new Promise((resolve) => setImmediate(resolve))
    running -= 1
    if (name === 'b') throw new Error('b has failed')
    return name.toUpperCase()
  }, 2)
  const results = await Promise.allSettled(['a', 'b', 'c', 'd'].map(run))
  expect(events).toEqual(['a of 1', 'b of 2', 'c of 2', 'd of 2'])
  expect(results.map((result) => (result.status === 'fulfilled' ? result.value : 'failed'))).toEqual([
    'A',
    'failed',
    'C',
    'D',
  ])
  expect(await run('e')).toBe('E')
})

test('tells each how many wait behind it', async () => {
  const run = queued(async (name: string, waiting) => `${name} before ${waiting}`, 1)
  expect(await Promise.all(['a', 'b', 'c'].map(run))).toEqual(['a before 0', 'b before 1', 'c before 0'])
})
