import ts from 'typescript-5'

/** A part before, and what it is now. */
export type Pairs = readonly (readonly [ts.Type, ts.Type])[]

export function partsOf(type: ts.Type): readonly ts.Type[] {
  return type.isUnion() ? type.types : [type]
}

/** Items of equal lists side by side; none where one has more. */
export function paired<Item>(
  before: readonly Item[],
  after: readonly Item[],
): readonly (readonly [Item, Item])[] | undefined {
  if (before.length !== after.length) return undefined
  return before.flatMap((one, index) => {
    const other = after[index]
    return other === undefined ? [] : [[one, other] as const]
  })
}

/**
 * The parts of two unions that belong together: what is left beside `null` and `undefined`, or variants by what tells them apart. None
 * where the unions can only be compared as a whole.
 */
export function pairsInUnion(before: ts.Type, after: ts.Type, checker: ts.TypeChecker): Pairs | undefined {
  if (!before.isUnion() && !after.isUnion()) return undefined
  const [old, current] = [partsOf(before).filter(isRecord), partsOf(after).filter(isRecord)]
  const rest = [before, after].map((type) => partsOf(type).filter((part) => !isRecord(part)))
  const isSameBeside = paired(rest[0] ?? [], rest[1] ?? [])?.every(([one, other]) => one === other) ?? false
  if (!isSameBeside || old.length === 0) return undefined
  if (old.length === 1 && current.length === 1) return paired(old, current)
  return pairsByName(named(old, checker), named(current, checker))
}

/** Errors may become more, as long as each is of a kind that was there before: callers decide by `kind`. */
function pairsByName(before: Named, after: Named): Pairs | undefined {
  if (before === undefined || after === undefined) return undefined
  const kinds = new Set([...before.values()].map(({ kind }) => kind))
  const isKnown = [...after].every(([name, { kind }]) => before.has(name) || (kind !== '' && kinds.has(kind)))
  const isKept = [...before.keys()].every((name) => after.has(name))
  if (!isKnown || !isKept) return undefined
  return [...before].flatMap(([name, { type }]) => {
    const other = after.get(name)
    return other ? [[type, other.type] as const] : []
  })
}

type Named = ReadonlyMap<string, { readonly type: ts.Type; readonly kind: string }> | undefined

const discriminants = ['kind', 'operation', 'status', 'ok', 'role', 'name']

/** Variants by the values that only they have; none where two have the same. */
function named(variants: readonly ts.Type[], checker: ts.TypeChecker): Named {
  const found = new Map(
    variants.map((type) => {
      const values = discriminants.map((name) => literalOf(type.getProperty(name), checker))
      const isError = type.getProperty('stack') !== undefined
      return [values.join(' '), { type, kind: isError ? (values[0] ?? '') : '' }]
    }),
  )
  return found.size === variants.length ? found : undefined
}

function literalOf(member: ts.Symbol | undefined, checker: ts.TypeChecker): string {
  if (member === undefined) return ''
  const type = checker.getTypeOfSymbol(member)
  return type.flags & (ts.TypeFlags.Literal | ts.TypeFlags.BooleanLiteral) ? checker.typeToString(type) : ''
}

function isRecord(type: ts.Type): boolean {
  return (type.flags & (ts.TypeFlags.Object | ts.TypeFlags.Intersection)) !== 0
}

/** Names of operations become more with each one that is added. */
export function isOperationId(type: ts.Type): boolean {
  const names = partsOf(type).map((part) => (part.isStringLiteral() ? part.value : ''))
  return ['globalWhoami', 'listTokens'].every((name) => names.includes(name))
}
