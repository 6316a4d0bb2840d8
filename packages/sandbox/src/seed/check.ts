import { checkSchema } from '../configuration/check-schema.ts'
import { ConfigurationFailure, type Problem } from '../configuration/problem.ts'
import { checkRules } from './rules.ts'
import type { Seed } from './world.ts'

/**
 * Everything that is wrong with a seed: what its schema does not allow, and what the contract's rules do not.
 *
 * @param now - What a token's expiration must come after.
 */
export function checkSeed(seed: unknown, now: Date): Problem[] {
  const plain = withTextsForDates(seed)
  return [...checkSchema('seed', plain), ...checkRules(plain, now)]
}

/** @throws ConfigurationFailure with everything that is wrong with it. */
export function refuseWrongSeed(seed: Seed, now: Date): void {
  const problems = checkSeed(seed, now)
  if (problems.length > 0) throw new ConfigurationFailure('The seed', problems)
}

/** How deep a seed goes: lists, of things, with members. What is deeper is wrong anyway. */
const depth = 3

function withTextsForDates(value: unknown, left = depth): unknown {
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? 'Invalid Date' : value.toISOString()
  if (typeof value !== 'object' || value === null || left === 0) return value
  if (Array.isArray(value)) return value.map((item) => withTextsForDates(item, left - 1))
  const members = Object.entries(value).filter(([, member]) => member !== undefined)
  return Object.fromEntries(members.map(([name, member]) => [name, withTextsForDates(member, left - 1)]))
}
