import { suggest } from './suggest.ts'

/** What an option has to be. */
export interface OptionRule {
  accepts(value: unknown): boolean
  /** In words, with an example: `a whole number, such as 8000`. */
  readonly expected: string
}

export type OptionRules = Readonly<Record<string, OptionRule>>

/**
 * Refuses options that a function does not have, and values that it cannot use: in plain JavaScript they would be ignored, or fail later.
 * One that is undefined is not given.
 *
 * @throws TypeError that says what was wrong, what was expected, and what came.
 */
export function refuseWrongOptions(of: string, options: unknown, rules: OptionRules): void {
  const names = Object.keys(rules)
  if (typeof options !== 'object' || options === null || Array.isArray(options))
    throw new TypeError(
      `${of} expects an object of options, such as { ${names[0]}: … }. It got ${shown(options)}.`,
    )
  for (const [name, value] of Object.entries(options)) {
    if (value === undefined) continue
    const rule = Object.hasOwn(rules, name) ? rules[name] : undefined
    if (!rule) {
      const hint = suggest(name, names) || ` Expected one of ${names.join(', ')}.`
      throw new TypeError(`${of} has no option ${name}.${hint}`)
    }
    if (!rule.accepts(value))
      throw new TypeError(`${of}: the option ${name} must be ${rule.expected}. It is ${shown(value)}.`)
  }
}

/** A text may be a secret, such as the password of a database, or long. */
function shown(value: unknown): string {
  if (Array.isArray(value)) return 'a list'
  if (typeof value === 'string')
    return value.length > 40 || value.includes('@') ? 'another text' : `"${value}"`
  if (typeof value === 'object' && value !== null)
    return `of the type ${Object(value).constructor?.name ?? 'object'}`
  return typeof value === 'function' ? 'a function' : String(value)
}
