import { Mismatch } from '../errors.ts'
import { stories } from '../stories/index.ts'
import type { Check, Contract } from '../suite/contract.ts'
import type { Story, StoryCheck } from '../suite/story.ts'
import type { World } from '../world/world.ts'

/** What a check is called. */
export type CheckName = Pick<Check, 'rule' | 'title' | 'last'>

/** The names of all checks of an operation, in the order in which they run. */
export function checkNames(contract: Contract<World>): readonly CheckName[] {
  return [...contract.checks, ...storyOf(contract)]
}

/** All checks of an operation: those of single calls first, then its story. */
export function checksOf(contract: Contract<World>, world: World): readonly Check[] {
  const told = storyOf(contract).map((check) => toCheck(contract.operation.id, check, world))
  return [...contract.checks, ...told]
}

function storyOf({ operation }: Contract<World>): Story<World> {
  return stories.get(operation.id) ?? []
}

function toCheck(operation: string, { run, ...check }: StoryCheck<World>, world: World): Check {
  return { ...check, run: () => run(world).catch((error: unknown) => blame(operation, error)) }
}

/** What a story is about is to blame, whichever call shows it; a stage that could not be set is not its fault. */
function blame(operation: string, error: unknown): never {
  if (!(error instanceof Mismatch) || error.rule === 'stage') throw error
  throw new Mismatch({ ...detailsOf(error), operation })
}

function detailsOf({ expected, came, request, exchange, rule }: Mismatch) {
  return { expected, came, request, exchange, rule }
}
