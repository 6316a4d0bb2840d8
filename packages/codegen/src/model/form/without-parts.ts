import type { DocumentError } from '../errors.ts'
import { pointerSteps } from '../reference.ts'
import { isMembers } from '../schema-walk.ts'
import { withoutReferred } from '../without-referred.ts'

export type Members = Readonly<Record<string, unknown>>

/** The document without the operations, components and webhooks that are refused, and without the components that refer to such ones. */
export function withoutParts(document: Members, refusals: readonly DocumentError[]): Members {
  const { components, ...others } = document
  const places = refusals.map(({ pointer }) => pointerSteps(pointer))
  const left = places.reduce(withoutPlace, others)
  if (!isMembers(components)) return left
  const pointers = refusals.map(({ pointer }) => pointer.split('/').slice(0, 4).join('/'))
  return { ...left, components: withoutReferred(Object(components), pointers) }
}

/** A webhook goes as a whole. */
function withoutPlace(document: Members, [section = '', name = '', member]: readonly string[]): Members {
  const parts = document[section]
  if (!isMembers(parts)) return document
  const { [name]: part, ...others } = parts
  if (section === 'webhooks' || member === undefined || !isMembers(part))
    return { ...document, [section]: others }
  const { [member]: _, ...kept } = part
  return { ...document, [section]: { ...parts, [name]: kept } }
}
