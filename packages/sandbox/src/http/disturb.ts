import type { OptionRule } from '../configuration/refuse-wrong-options.ts'
import { Refusal } from '../domain/refusal.ts'
import { delay } from '../timers.ts'

/** How a sandbox is slow and fails, so that people see how their application takes it. */
export interface Disturbance {
  /** How long requests take, at least and at most, in milliseconds. Default: as long as they take. */
  readonly latency?: readonly [least: number, most: number]
  /** Which share of requests fails with 503, from 0 to 1. Default: 0. */
  readonly failures?: number
  /** Another one makes other requests slow and fail. Default: 1. */
  readonly seed?: number
}

/** Waits, and says how a request fails, if it does. */
export type Disturb = () => Promise<Refusal | undefined>

/** The same requests are slow and fail in each run that makes the same requests one after the other. */
export function createDisturb({ latency = [0, 0], failures = 0, seed = 1 }: Disturbance): Disturb {
  const next = randomNumbers(seed)
  const [least, most] = latency
  return async () => {
    const milliseconds = least + next() * (most - least)
    const fails = next() < failures
    if (milliseconds > 0) await delay(milliseconds)
    return fails
      ? new Refusal('Unavailable', 'this failure was asked for (--fail)', { retryAfter: 1 })
      : undefined
  }
}

/** Whether it changes anything. */
export function isDisturbed(disturbance: Disturbance | undefined): disturbance is Disturbance {
  return disturbance?.latency !== undefined || disturbance?.failures !== undefined
}

const isNumber = (value: unknown) => typeof value === 'number'

/** Of which types it is. */
export const disturbanceRules: Readonly<Record<keyof Disturbance, OptionRule>> = {
  latency: {
    accepts: (value) => Array.isArray(value) && value.length === 2 && value.every(isNumber),
    expected: 'two numbers of milliseconds, such as [50, 200]',
  },
  failures: { accepts: isNumber, expected: 'a number from 0 to 1, such as 0.02' },
  seed: { accepts: isNumber, expected: 'a whole number, such as 1' },
}

/** What is wrong with a disturbance, in words; nothing if it is right. */
export function wrongDisturbance({ latency = [0, 0], failures = 0, seed = 1 }: Disturbance): string[] {
  const [least, most] = latency
  return [
    ...(least >= 0 && least <= most && most <= longest
      ? []
      : [`latency must be two times of at most ${longest} ms, the smaller one first. Example: [50, 200]`]),
    ...(failures >= 0 && failures <= 1 ? [] : ['failures must be a share from 0 to 1. Example: 0.02']),
    ...(Number.isSafeInteger(seed) ? [] : ['seed must be a whole number. Example: 1']),
  ]
}

/** One minute: a client gives up before. */
const longest = 60_000

/** Numbers from 0 to 1 without 1, the same for each seed (mulberry32, by Tommy Ettinger, in the public domain). */
function randomNumbers(seed: number): () => number {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
