import { setTimeout as wait } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { serialized } from './serialized.ts'

/** A task that is held open until it is told to end. */
function heldTask() {
  const runs: PromiseWithResolvers<void>[] = []
  const task = () => {
    const run = Promise.withResolvers<void>()
    runs.push(run)
    return run.promise
  }
  return { runs, task }
}

test('runs once for a burst of calls', async () => {
  const { runs, task } = heldTask()
  const call = serialized(task, { delay: 1 })
  for (let count = 0; count < 20; count++) call()
  await wait(30)
  expect(runs).toHaveLength(1)
})

test('never runs twice at a time, and once more after calls in between', async () => {
  const { runs, task } = heldTask()
  const call = serialized(task, { delay: 1 })
  call()
  await wait(30)
  call()
  call()
  await wait(30)
  expect(runs).toHaveLength(1)
  runs[0]?.resolve()
  await wait(30)
  expect(runs).toHaveLength(2)
})

test('rests when nothing was called in between', async () => {
  const { runs, task } = heldTask()
  serialized(task, { delay: 1 })()
  await wait(30)
  runs[0]?.resolve()
  await wait(30)
  expect(runs).toHaveLength(1)
})
