import { differ, type ObservedExchange } from '../expect/observation.ts'
import { tryLogin } from '../fixtures/account-body.ts'
import type { Fixtures } from '../fixtures/fixtures.ts'

/** Refusals of each kind in one measurement: fewer than close an e-mail for a while. */
const samples = 8

/** A difference has to show in every one of these, so that no load of the moment makes one. */
const measurements = 3

/**
 * Whoever asks for an unknown e-mail waits as long as for a wrong password, or the time tells who has an account. The two
 * take turns. Only a gross difference counts: all of one kind slower than all of the other, by a factor.
 */
export async function expectEqualPace(fixtures: Fixtures): Promise<void> {
  for (let count = 0; count < measurements; count += 1) {
    const measured = await measure(fixtures)
    if (!isGross(measured.known, measured.unknown)) return
    if (count < measurements - 1) continue
    const isFaster = median(measured.unknown) < median(measured.known)
    differ(measured.exchange, {
      observation: 'duration for an unknown e-mail',
      expected: 'about that for a wrong password',
      actual: isFaster ? 'much shorter' : 'much longer',
    })
  }
}

interface Measured {
  readonly exchange: ObservedExchange
  readonly known: readonly number[]
  readonly unknown: readonly number[]
}

async function measure(fixtures: Fixtures): Promise<Measured> {
  const account = await fixtures.makeAccount('login')
  const known: number[] = []
  const unknown: number[] = []
  let exchange = await tryLogin(fixtures, fixtures.names.email('unknown'), 'wrong')
  for (let count = 0; count < samples; count += 1) {
    known.push((await timed(() => tryLogin(fixtures, account.email, 'wrong'))).milliseconds)
    const refused = await timed(() => tryLogin(fixtures, fixtures.names.email('unknown'), 'wrong'))
    unknown.push(refused.milliseconds)
    exchange = refused.result
  }
  return { exchange, known, unknown }
}

async function timed<T>(call: () => Promise<T>): Promise<{ result: T; milliseconds: number }> {
  const startedAt = performance.now()
  const result = await call()
  return { result, milliseconds: performance.now() - startedAt }
}

/** Whether one kind is faster by a factor of three in the middle, and nearly always by some: one response of each may be odd. */
export function isGross(known: readonly number[], unknown: readonly number[]): boolean {
  const [one, other] = [sorted(known), sorted(unknown)]
  const [fast, slow] = median(one) < median(other) ? [one, other] : [other, one]
  const isApart = (fast.at(-2) ?? 0) < (slow.at(1) ?? 0)
  return isApart && median(slow) > 3 * median(fast) && median(slow) - median(fast) > 8
}

function median(numbers: readonly number[]): number {
  return sorted(numbers)[Math.floor(numbers.length / 2)] ?? 0
}

function sorted(numbers: readonly number[]): readonly number[] {
  return [...numbers].sort((one, other) => one - other)
}
