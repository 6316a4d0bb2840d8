import { SetupProblem } from '../errors.ts'
import { nearest } from '../files/nearest.ts'
import { profiles } from './read-only.ts'

/** A right value of each option: another one is of the same kind. */
export type OptionExamples<Options> = Readonly<Record<keyof Options & string, unknown>>

/** In plain JavaScript a misspelt `profile` would be ignored, and a run that was meant to read would write. */
export function refuseWrongOptions(of: string, options: unknown, examples: object): void {
  const known = new Map<string, unknown>(Object.entries(examples))
  if (kindOf(options) !== 'object')
    throw new SetupProblem(
      `${of} got ${kindOf(options)} as its options. Expected an object, such as { baseUrl: "http://localhost:8000/api" }.`,
    )
  for (const [name, value] of Object.entries(Object(options))) {
    if (value === undefined) continue
    if (!known.has(name))
      throw new SetupProblem(`${of} has no option "${name}". ${nearest(name, [...known.keys()])}`)
    if (!isLike(known.get(name), name, value))
      throw new SetupProblem(
        `The option ${name} of ${of} is ${kindOf(value)}. Expected ${describeExample(known.get(name))}.`,
      )
  }
  refuseWrongProfile(Object(options).profile)
}

/** `manifest: false` keeps none. */
function isLike(example: unknown, name: string, value: unknown): boolean {
  return kindOf(value) === kindOf(example) || (name === 'manifest' && value === false)
}

function refuseWrongProfile(profile: unknown): void {
  if (profile === undefined || profiles.some((each) => each === profile)) return
  throw new SetupProblem(`There is no profile "${profile}". ${nearest(String(profile), profiles)}`)
}

function kindOf(value: unknown): string {
  if (value === null) return 'null'
  return Array.isArray(value) ? 'list' : typeof value
}

function describeExample(example: unknown): string {
  if (typeof example === 'function') return 'a function'
  return example instanceof AbortSignal ? 'an AbortSignal' : `one such as ${JSON.stringify(example)}`
}
