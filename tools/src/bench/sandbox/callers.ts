import { writeFile } from 'node:fs/promises'
import path from 'node:path'

/** Somebody who calls, with an account and a token of their own. */
export interface Caller {
  readonly email: string
  readonly token: string
  /** The workspace of a hundred that they belong to. */
  readonly workspace: string
}

const teams = 10
const membersOfTeam = 100

/** A thousand people in ten workspaces. The first of each team is its admin; the first of all is the super admin. */
export const callers: readonly Caller[] = Array.from({ length: teams * membersOfTeam }, (_, number) => ({
  email: `person${number}@example.com`,
  token: `Token${String(number).padStart(5, '0')}${'x'.repeat(22)}`,
  workspace: `team-${Math.floor(number / membersOfTeam)}`,
}))

/** The one who logs in. */
export const password = 'nanoseconds-matter'

/** Writes a seed file of the callers into a folder. */
export async function writeSeedOfCallers(folder: string): Promise<string> {
  const seed = {
    accounts: callers.map(({ email }, number) => ({ email, password, superAdmin: number === 0 })),
    workspaces: Array.from({ length: teams }, (_, team) => ({ id: `team-${team}`, name: 'Team' })),
    members: callers.map(({ email, workspace }, number) => ({
      workspace,
      email,
      username: `person${number}`,
      isAdmin: number % membersOfTeam === 0,
    })),
    tokens: callers.map(({ email, token }) => ({ email, token, label: 'bench' })),
  }
  const file = path.join(folder, 'callers.json')
  await writeFile(file, JSON.stringify(seed))
  return file
}

/** The same disorder in each run, so that every server meets the callers alike. */
export function inRandomOrder<Item>(items: readonly Item[], seed: number): Item[] {
  const random = randomNumbers(seed)
  return items
    .map((item) => ({ item, place: random() }))
    .sort((one, other) => one.place - other.place)
    .map(({ item }) => item)
}

/** A linear congruential generator with the numbers of Numerical Recipes: good enough to shuffle. */
function randomNumbers(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}
