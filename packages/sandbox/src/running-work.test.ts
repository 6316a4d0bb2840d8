import { expect, test } from 'vitest'
import { trackWork } from './running-work.ts'

test('comes to its last step when all has ended, what failed included', async () => {
  const work = trackWork()
  const steps: string[] = []
  const good = Promise.withResolvers<void>()
  const bad = Promise.withResolvers<void>()
  const running = [work.run(() => good.promise), work.run(() => bad.promise)]
  const finished = work.finish(async () => void steps.push('last'))
  expect(work.isOver).toBe(true)
  bad.reject(new Error('on purpose'))
  await expect(running[1]).rejects.toThrow('on purpose')
  steps.push('ended')
  good.resolve()
  await finished
  expect(steps).toEqual(['ended', 'last'])
})

test('takes its last step once', async () => {
  const work = trackWork()
  const steps: string[] = []
  const last = async () => void steps.push('last')
  await Promise.all([work.finish(last), work.finish(last)])
  expect(steps).toEqual(['last'])
})
