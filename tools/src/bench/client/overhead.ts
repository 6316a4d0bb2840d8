import { setImmediate } from 'node:timers/promises'
import { median } from '../median.ts'
import type { Calls, Contender } from './contenders/contender.ts'
import { account } from './misbehaving-server.ts'

const rounds = 200
const callsPerRound = 250

/**
 * Microseconds per call, the median of all rounds, against a server in the same process. The contenders take turns, so that what
 * else the machine does slows all of them, and every other round backwards, so that none always clears up after the same one.
 */
export async function measureOverhead(contenders: readonly Contender[]): Promise<number[]> {
  const real = globalThis.fetch
  globalThis.fetch = answerSoon
  try {
    const connection = {
      baseUrl: 'http://127.0.0.1:8560/api',
      token: async () => 'token',
      refresh: async () => 'token',
    }
    // each is connected when its turn comes: some keep their settings in one place for all
    const times = contenders.map((): number[] => [])
    for (let round = 0; round <= rounds; round++) {
      const turns = [...contenders.entries()]
      for (const [index, contender] of round % 2 ? turns : turns.reverse()) {
        const time = await timeOf(contender.connect(connection))
        if (round > 0) times[index]?.push(time)
      }
    }
    return times.map(median)
  } finally {
    globalThis.fetch = real
  }
}

/**
 * Like the real one it makes a `Request` of whatever it is given, and answers in another task: until a task ends, everything is
 * kept that a `WeakRef` was made of in it (ECMA-262, AddToKeptObjects), and a `Request` makes one for its signal.
 */
const answerSoon: typeof fetch = async (input, init) => {
  const request = new Request(input, init)
  await setImmediate()
  return Response.json(account, { headers: { 'X-Method': request.method } })
}

async function timeOf(calls: Calls): Promise<number> {
  const began = performance.now()
  for (let count = 0; count < callsPerRound; count++) await calls.account()
  return ((performance.now() - began) * 1000) / callsPerRound
}
