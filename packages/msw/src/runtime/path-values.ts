import type { MockedOperation } from './answer.ts'
import { namesIn } from './path.ts'
import { refusal, refuseUnknown } from './refusal.ts'

/** Values of a path by their names; one that is undefined may be any. */
export type PathValues = Readonly<Record<string, string | undefined>>

/**
 * The path values that a call must have, as the text that they are in a path.
 *
 * @throws TypeError when no call could have them.
 */
export function pathValues({ id, path }: MockedOperation, wanted: PathValues = {}): [string, string][] {
  const names = namesIn(path)
  const example = `{ params: ${names[0] === undefined ? '{}' : `{ ${names[0]}: 'demo' }`} }`
  refuseUnknown(`params of ${id}`, wanted, names, example)
  const given = Object.entries(wanted).filter(([, value]) => value !== undefined)
  return given.map(([name, value]) => {
    if (!isText(value)) throw refusal(`params.${name} of ${id}`, value, `a text, such as ${example}`)
    return [name, String(value)]
  })
}

/** A number, too: an id is one, and stands in a path as text. */
function isText(value: unknown): boolean {
  return ['string', 'number', 'bigint', 'boolean'].includes(typeof value) && value !== ''
}
