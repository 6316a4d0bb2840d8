import { expect, onTestFinished, test } from 'vitest'
import { createSandbox } from '../../test/create-sandbox.ts'
import { ada, send, worldWithTokens } from '../../test/use-sandbox.ts'
import { createDisturb } from './disturb.ts'

/** Which of a hundred requests fail. */
async function failing(failures: number, seed: number): Promise<number[]> {
  const disturb = createDisturb({ failures, seed })
  const failed: number[] = []
  for (let number = 0; number < 100; number += 1) if (await disturb()) failed.push(number)
  return failed
}

test('a share of the requests fails, the same in each run with a seed', async () => {
  const first = await failing(0.1, 1)
  expect(first.length).toBeGreaterThan(3)
  expect(first.length).toBeLessThan(25)
  expect(await failing(0.1, 1)).toEqual(first)
  expect(await failing(0.1, 2)).not.toEqual(first)
})

test('all fail, or none', async () => {
  expect(await failing(1, 1)).toHaveLength(100)
  expect(await failing(0, 1)).toEqual([])
})

test('a request that is to fail writes nothing, and says who asked for it', async () => {
  const sandbox = await createSandbox({
    seed: worldWithTokens,
    disturb: { failures: 1, latency: [0, 2] },
    checkResponses: true,
  })
  onTestFinished(() => sandbox.close())
  const { status, body, headers } = await send(sandbox.fetch, 'POST /users/logout', { as: ada })
  expect([status, body]).toEqual([503, 'Unavailable: this failure was asked for (--fail)'])
  expect(headers.get('Retry-After')).toBe('1')
  const health = await sandbox.fetch(new Request('http://localhost:8000/health'))
  expect(health.status).toBe(200)
})

test('a wrong one is refused with everything that is wrong', async () => {
  const wrong = createSandbox({ disturb: { failures: 2, latency: [200, 50], seed: 0.5 } })
  await expect(wrong).rejects.toThrow(
    /latency must be two times[\s\S]*failures must be a share[\s\S]*seed must be/,
  )
})
