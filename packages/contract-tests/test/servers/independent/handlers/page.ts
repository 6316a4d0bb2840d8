import type { Call } from '../call.ts'
import { refusal } from '../reply.ts'

/** The part of a list that a call asks for. */
export function pageOf<Item>(call: Call, items: readonly Item[]): readonly Item[] {
  const page = integerOf(call, 'page', 1)
  const asked = integerOf(call, 'per_page', 30)
  const size = asked >= 1 && asked <= 100 ? asked : call.policy.sizeOutOfRange(asked)
  if (!call.policy.isPage(page) || size === undefined)
    throw refusal(422, 'page starts at 1, and per_page is 1 to 100')
  return items.slice((page - 1) * size, page * size)
}

function integerOf({ query }: Call, name: string, fallback: number): number {
  const values = query.get(name)
  if (!values) return fallback
  const [value = ''] = values
  if (values.length > 1 || !/^(?:0|-?[1-9]\d*)$/.test(value))
    throw refusal(422, `${name} must be one integer`)
  return Number(value)
}
