import fc from 'fast-check'
import type { SeedWorld } from '../../src/index.ts'
import { storableDates, storableTexts } from './arbitrary-values.ts'

/** Of the account of arbitrary texts and times. */
export const tokenOfExtra = 'ExtraTokenExtraTokenExtraToken01'

const optionalText = fc.option(storableTexts)

/** The world with somebody of arbitrary texts and times in it. */
export function seedsLike(world: SeedWorld): fc.Arbitrary<SeedWorld> {
  const [somebody] = world.accounts
  return fc
    .record({
      name: optionalText,
      company: optionalText,
      label: optionalText,
      at: storableDates,
      later: storableDates,
    })
    .map(({ name, company, label, at, later }) => {
      const email = 'extra@example.com'
      const account = { ...somebody, email, superAdmin: false, name, company, createdAt: at }
      const times = { createdAt: at, lastUsedAt: later }
      return {
        ...world,
        accounts: [...world.accounts, account],
        members: [...world.members, { workspace: 'demo', email, username: 'extra', createdAt: later }],
        tokens: [...world.tokens, { token: tokenOfExtra, email, label, ...times }],
      }
    })
}
