import { pointerTo } from './errors.ts'

type Components = Readonly<Record<string, object | undefined>>

/** The components without those at these pointers, and without those that refer to one that is gone. */
export function withoutReferred(components: Components, pointers: readonly string[]): Components {
  const gone = new Set(pointers)
  const isGone = (pointer: string, component: unknown) => gone.has(pointer) || refersTo(component, gone)
  for (let before = 0; before < gone.size; ) {
    before = gone.size
    for (const [pointer, component] of entriesOf(components))
      if (isGone(pointer, component)) gone.add(pointer)
  }
  const left = Object.entries(components).map(([section, entries]) => {
    const kept = Object.entries(entries ?? {}).filter(
      ([name]) => !gone.has(pointerTo('components', section, name)),
    )
    return [section, Object.fromEntries(kept)] as const
  })
  return Object.fromEntries(left)
}

function entriesOf(components: Components): (readonly [pointer: string, component: unknown])[] {
  return Object.entries(components).flatMap(([section, entries]) =>
    Object.entries(entries ?? {}).map(
      ([name, component]) => [pointerTo('components', section, name), component] as const,
    ),
  )
}

function refersTo(value: unknown, pointers: ReadonlySet<string>): boolean {
  if (typeof value !== 'object' || value === null) return false
  if ('$ref' in value && typeof value.$ref === 'string' && pointers.has(value.$ref)) return true
  return Object.values(value).some((each) => refersTo(each, pointers))
}
