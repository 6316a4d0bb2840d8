import { expect, test } from 'vitest'
import { Determinism } from '../fuzz/differential/determinism.ts'
import { compare } from '../fuzz/differential/differential.ts'
import type { Side } from '../fuzz/differential/tell.ts'

/** What says `first` to everything, but to the paths that match. */
function saying(first: string, matching: RegExp, other: Response): Side {
  const fetch = async ({ url }: Request) => (matching.test(url) ? other.clone() : new Response(first))
  return { name: first, determinism: new Determinism(), sandbox: { fetch, reset: async () => undefined } }
}

test.each([
  ['differ', new Response('otherwise'), 'same: 200 content-type: text/plain;charset=UTF-8 otherwise'],
  ['fail', new Response('Internal', { status: 500 }), 'same: 500'],
])('responses that %s are told by the one call that makes them', async (_what, other, told) => {
  const sides = [saying('same', /list_usernames/, other), saying('same', /nothing/, other)]
  const { problem = '' } = await compare(sides, { seed: 1, goesOn: (calls) => calls < 10_000 })
  const [reason, seed, ...lines] = problem.split('\n')
  expect(reason).toBe('the responses to the last of these calls differ, or one is a failure')
  expect(seed).toContain('extra@example.com')
  expect(lines).toHaveLength(3)
  expect(lines[0]).toMatch(/list_usernames/)
  expect(lines[1]).toContain(told)
})
