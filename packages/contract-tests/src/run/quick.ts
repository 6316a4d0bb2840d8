import type { CheckName } from '../checks/contract.ts'
import type { Rule } from '../document/rule.ts'

/** Rules whose checks the profile quick makes completely, and groups of rules from which it makes the first check only. */
const everyCheckOf: readonly Rule[] = ['valid-call', 'role-allowed', 'role-refused']
const firstCheckOf: readonly (readonly Rule[])[] = [
  ['credentials-missing'],
  ['credentials-unknown', 'login-refused'],
  ['body-member-missing', 'body-member-type', 'body-type', 'body-malformed', 'body-required'],
]

/** Why a check does not run in the profile quick. */
export const leftOutByQuick =
  'The profile quick leaves it out: it makes the valid call, calls as each role, without and with wrong credentials, and with one bad body.'

/** The places of the checks that the profile quick makes of an operation. */
export function quickPlaces(checks: readonly CheckName[]): ReadonlySet<number> {
  const placesOf = (rules: readonly Rule[]) =>
    rules.flatMap((rule) => [...checks.keys()].filter((place) => checks[place]?.rule === rule))
  return new Set([...placesOf(everyCheckOf), ...firstCheckOf.flatMap((rules) => placesOf(rules).slice(0, 1))])
}
