import fc from 'fast-check'
import { hashPassword } from '../../src/domain/password.ts'
import type { SeedWorld } from '../../src/index.ts'
import { world } from '../world.ts'
import { type Call, calls } from './arbitrary-call.ts'
import { seedsLike } from './arbitrary-seed.ts'
import { type Side, tell } from './tell.ts'

export interface DifferentialOptions {
  /** The same seed makes the same calls. */
  readonly seed: number
  /** Told how many calls each side has answered, from time to time. */
  readonly goesOn: (calls: number) => boolean
  /** How many are told, of up to 40 calls each, before it is asked again. Default: 20. */
  readonly storiesAtOnce?: number
}

export interface DifferentialFindings {
  /** How many each side has answered. */
  readonly requests: number
  readonly statuses: ReadonlyMap<number, number>
  /** The shortest story in which the sides differ, or fail; undefined where none was found. */
  readonly problem: string | undefined
}

const stories = fc.array(calls, { minLength: 1, maxLength: 40, size: 'max' })

/** Tells the same stories to sandboxes on different databases, each from a seed of its own, and demands the same responses. */
export async function compare(
  sides: readonly Side[],
  { seed, goesOn, storiesAtOnce = 20 }: DifferentialOptions,
): Promise<DifferentialFindings> {
  const statuses = new Map<number, number>()
  const seeds = seedsLike(await withoutHashing(world))
  let requests = 0
  let seen: Told = { responses: [] }
  const agree = fc.asyncProperty(stories, seeds, async (story, begin) => {
    const told = await tellAll(sides, story, begin)
    requests += story.length
    for (const text of told.responses[0] ?? []) count(statuses, Number(text.slice(0, 3)))
    if (told.failure === undefined && placeOfDifference(told.responses) === undefined) return true
    seen = told
    return false
  })
  for (let round = 0; goesOn(requests); round += 1) {
    const { counterexample } = await fc.check(agree, { seed: seed + round, numRuns: storiesAtOnce })
    // What was seen last is of the shortest story. It is not told again: what differs by chance might not differ then.
    if (counterexample) return { requests, statuses, problem: explain(sides, counterexample, seen) }
  }
  return { requests, statuses, problem: undefined }
}

/** The responses of each side, or why one could not tell the story to its end. */
interface Told {
  readonly responses: readonly string[][]
  readonly failure?: string
}

async function tellAll(sides: readonly Side[], story: readonly Call[], seed: SeedWorld): Promise<Told> {
  const told = await Promise.allSettled(sides.map((side) => tell(side, story, seed)))
  const failures = told.flatMap((each, index) =>
    each.status === 'rejected' ? [`${sides[index]?.name}: ${describe(each.reason)}`] : [],
  )
  if (failures.length > 0) return { responses: [], failure: failures.join('\n') }
  return { responses: told.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : [])) }
}

/** The first call to which the responses differ, or one is a failure. */
function placeOfDifference([first = [], ...others]: readonly string[][]): number | undefined {
  const place = first.findIndex(
    (text, index) => text.startsWith('5') || others.some((other) => other[index] !== text),
  )
  return place < 0 ? undefined : place
}

function explain(
  sides: readonly Side[],
  [story, seed]: readonly [readonly Call[], SeedWorld],
  { responses, failure }: Told,
): string {
  const place = placeOfDifference(responses) ?? story.length - 1
  const seen = failure ?? sides.map(({ name }, index) => `${name}: ${responses[index]?.[place]}`).join('\n')
  return [
    failure === undefined
      ? 'the responses to the last of these calls differ, or one is a failure'
      : 'a side fails while it is asked this',
    `seed: ${JSON.stringify(seed.accounts.at(-1))}`,
    ...story.slice(0, place + 1).map((call) => JSON.stringify(call)),
    seen,
  ].join('\n')
}

/** An error with those that caused it. */
function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const text = error.stack ?? error.message
  return error.cause === undefined ? text : `${text}\ncaused by ${describe(error.cause)}`
}

function count(statuses: Map<number, number>, status: number): void {
  statuses.set(status, (statuses.get(status) ?? 0) + 1)
}

/** The same world with ready hashes, so that planting it takes milliseconds. */
async function withoutHashing(seed: SeedWorld): Promise<SeedWorld> {
  const random = (length: number) => crypto.getRandomValues(new Uint8Array(length))
  const accounts = await Promise.all(
    seed.accounts.map(async ({ password = '', ...account }) => ({
      ...account,
      passwordHash: await hashPassword(password, random),
    })),
  )
  return { ...seed, accounts }
}
