import { isByChance, type Rule } from '../document/rule.ts'
import type { Observation } from '../expect/observation.ts'
import type { FinishedCheck } from './outcome.ts'
import { withPlaceholders } from './placeholders.ts'

/** One way in which one operation differs, in words that are the same in every run. */
export interface Difference {
  readonly operation: string
  readonly rule: Rule
  /** What was looked at: `status`, `header Allow`, `body /0/email`. */
  readonly observation: string
  /** What tells it apart from others of the rule: `an expired token`; empty where nothing does. */
  readonly situation: string
  readonly expected: string
  readonly actual: string
}

/** A difference, the operation whose response shows it, and the first observation of it. */
export interface ObservedDifference extends Difference {
  readonly shownBy: string
  readonly observed: Observation
}

/** What makes two differences the same. */
export function keyOf({ operation, rule, observation, situation, expected, actual }: Difference): string {
  return [operation, rule, observation, situation, expected, actual].join('\n')
}

/** A difference out of what a check has observed, without the secrets that `mask` knows. */
export function toDifference(
  observed: Observation,
  { check }: Pick<FinishedCheck, 'check'>,
  mask: (text: string) => string = String,
): ObservedDifference {
  const rule = observed.rule ?? check.rule
  // What is said of the form of a response does not depend on the check that met it.
  const ofCheck = observed.rule === undefined && !isByChance(rule) ? (check.situation ?? '') : ''
  return {
    operation: observed.operation,
    shownBy: observed.shownBy,
    rule,
    observation: observed.observation,
    situation: observed.situation ?? ofCheck,
    expected: withPlaceholders(mask(observed.expected)),
    actual: withPlaceholders(mask(observed.actual)),
    observed,
  }
}
