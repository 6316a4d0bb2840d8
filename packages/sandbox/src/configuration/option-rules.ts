import type { OptionRule } from './refuse-wrong-options.ts'

/** Of a kind that is checked elsewhere, by a schema. */
export const anything: OptionRule = { accepts: () => true, expected: 'anything' }

export const aSwitch: OptionRule = {
  accepts: (value) => typeof value === 'boolean',
  expected: 'true or false',
}

/** A function, such as `example`. */
export function aFunction(example: string): OptionRule {
  return { accepts: (value) => typeof value === 'function', expected: `a function, such as ${example}` }
}

/** A text that is not empty, such as `example`. */
export function aText(example: string): OptionRule {
  return {
    accepts: (value) => typeof value === 'string' && value !== '',
    expected: `a text, such as '${example}'`,
  }
}

/** A list of texts, such as `example`. */
export function texts(example: string): OptionRule {
  return {
    accepts: (value) => Array.isArray(value) && value.every((each) => typeof each === 'string'),
    expected: `a list of texts, such as ['${example}']`,
  }
}

/** Milliseconds, such as `example`. */
export function milliseconds(example: number): OptionRule {
  return {
    accepts: (value) => typeof value === 'number' && value >= 0 && value < 2 ** 31,
    expected: `a number of milliseconds from 0, such as ${example}`,
  }
}

/** A path before those of the document; none where it is empty. */
export const basePathRule: OptionRule = {
  accepts: (value) => typeof value === 'string' && /^(?:\/[^?#]*[^/?#])?$/.test(value),
  expected: "a path with a slash at its start and none at its end, such as '/api'",
}
