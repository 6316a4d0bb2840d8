import ts from 'typescript-5'
import { type Change, type Direction, type TypeDifference, turned } from './difference.ts'
import { isInternal } from './internal.ts'
import { isOfLibrary } from './libraries.ts'
import { isOperationId, type Pairs, paired, pairsInUnion, partsOf } from './unions.ts'

/** Where a comparison stands. */
interface Place {
  readonly way: string
  readonly direction: Direction
  readonly depth: number
  /** The nearest member or parameter. */
  readonly member?: ts.Symbol
}

/** Finds the direction of a type that has been met in what users call; none where it was never met. */
export type DirectionOf = (type: ts.Type) => Direction | undefined

const deepest = 12

/** Compares types of two releases, down to the members that differ. */
export class TypeComparison {
  readonly #checker: ts.TypeChecker
  readonly #directionOf: DirectionOf
  readonly #done = new Set<string>()
  readonly #reported = new Set<string>()
  readonly #found: TypeDifference[] = []

  constructor(checker: ts.TypeChecker, directionOf: DirectionOf) {
    this.#checker = checker
    this.#directionOf = directionOf
  }

  /** @returns differences that no earlier comparison has met. */
  compare(before: ts.Type, after: ts.Type, way: string, direction: Direction): readonly TypeDifference[] {
    const start = this.#found.length
    this.#visit(before, after, { way, direction, depth: 0 })
    return this.#found.slice(start)
  }

  #visit(before: ts.Type, after: ts.Type, place: Place): void {
    if (before === after || place.depth > deepest || this.#isDone(before, after, place.direction)) return
    const direction = place.direction === 'both' ? (this.#directionOf(before) ?? 'both') : place.direction
    const here = { ...place, direction, depth: place.depth + 1 }
    if (!this.#visitParts(before, after, here)) this.#visitWhole(before, after, here)
  }

  #isDone(before: ts.Type, after: ts.Type, direction: Direction): boolean {
    const key = `${idOf(before)} ${idOf(after)} ${direction}`
    if (this.#done.has(key)) return true
    this.#done.add(key)
    return false
  }

  /** @returns whether the types could be compared by their parts. */
  #visitParts(before: ts.Type, after: ts.Type, place: Place): boolean {
    const pairs = pairsInUnion(before, after, this.#checker) ?? this.#pairsInside(before, after)
    for (const [one, other] of pairs ?? []) this.#visit(one, other, place)
    if (pairs) return true
    if (![before, after].every((type) => isRecord(type) && !this.#checker.isArrayLikeType(type))) return false
    return this.#visitSignatures(before, after, place) && this.#visitMembers(before, after, place)
  }

  /** What a promise, a list or another type of a library holds, or a tuple of the same shape. */
  #pairsInside(before: ts.Type, after: ts.Type): Pairs | undefined {
    if (isOfLibrary(before.aliasSymbol) && before.aliasSymbol === after.aliasSymbol)
      return paired(before.aliasTypeArguments ?? [], after.aliasTypeArguments ?? [])
    if (before.isIntersection() && after.isIntersection()) return paired(before.types, after.types)
    const [one, other] = [before as ts.TypeReference, after as ts.TypeReference]
    const isTuple = this.#checker.isTupleType(before) && this.#checker.isTupleType(after)
    if (isTuple ? shapeOf(one) !== shapeOf(other) : !isOfLibrary(before.symbol)) return undefined
    if (!isTuple && (one.target === undefined || one.target !== other.target)) return undefined
    return paired(this.#checker.getTypeArguments(one), this.#checker.getTypeArguments(other))
  }

  #visitSignatures(before: ts.Type, after: ts.Type, place: Place): boolean {
    return [ts.SignatureKind.Call, ts.SignatureKind.Construct].every((kind) => {
      const old = this.#checker.getSignaturesOfType(before, kind)
      const current = this.#checker.getSignaturesOfType(after, kind)
      const pairs = paired(old, current)
      return pairs?.every(([one, other]) => this.#visitSignature(one, other, place)) ?? false
    })
  }

  #visitSignature(before: ts.Signature, after: ts.Signature, place: Place): boolean {
    // what is generic is compared by its own text: types that it names are compared where they are declared
    if (before.typeParameters || after.typeParameters)
      return textOf(before.declaration) === textOf(after.declaration)
    const taken = turned(place.direction)
    for (const [index, parameter] of before.parameters.entries()) {
      const other = after.parameters[index]
      const here = { ...place, way: `${place.way}(${parameter.name})`, direction: taken }
      if (other === undefined) this.#report(here, 'removed', parameter)
      else this.#visitMember(parameter, other, here)
    }
    for (const parameter of after.parameters.slice(before.parameters.length)) {
      const here = { ...place, way: `${place.way}(${parameter.name})`, direction: taken }
      this.#report(here, isOptional(parameter) ? 'added' : 'required', parameter)
    }
    this.#visit(before.getReturnType(), after.getReturnType(), { ...place, way: `${place.way}()` })
    return true
  }

  #visitMembers(before: ts.Type, after: ts.Type, place: Place): boolean {
    const [old, current] = [this.#membersOf(before), this.#membersOf(after)]
    const at = (name: string): Place => ({
      ...place,
      way: `${place.way}.${name}`,
      direction: within(place, name),
    })
    for (const [name, member] of old) {
      const other = current.get(name)
      if (other === undefined) this.#report(at(name), 'removed', member)
      else this.#visitMember(member, other, at(name))
    }
    for (const [name, member] of current)
      if (!old.has(name)) this.#report(at(name), isOptional(member) ? 'added' : 'required', member)
    for (const { keyType, type } of this.#checker.getIndexInfosOfType(before)) {
      const others = this.#checker.getIndexInfosOfType(after)
      const other = others.find((info) => info.keyType === keyType)
      // what took nothing may take something
      if (other === undefined && type.flags & ts.TypeFlags.Never) continue
      if (other === undefined) this.#report({ ...place, way: `${place.way}[]` }, 'removed')
      else this.#visit(type, other.type, { ...place, way: `${place.way}[]` })
    }
    return true
  }

  #visitMember(before: ts.Symbol, after: ts.Symbol, at: Place): void {
    const place = { ...at, member: before }
    const [old, current] = [this.#checker.getTypeOfSymbol(before), this.#checker.getTypeOfSymbol(after)]
    if (isOptional(before) === isOptional(after)) {
      this.#visit(old, current, place)
      return
    }
    this.#report(place, isOptional(before) ? 'narrowed' : 'widened', before)
    this.#visitWhole(old, current, place)
  }

  #membersOf(type: ts.Type): ReadonlyMap<string, ts.Symbol> {
    const members = this.#checker.getPropertiesOfType(type)
    // variants of errors were told apart by their status
    const isError = type.getProperty('stack') !== undefined
    const isCompared = (member: ts.Symbol) =>
      !isInternal(member) && !member.name.startsWith('__#') && !(isError && member.name === 'status')
    return new Map(members.filter(isCompared).map((symbol) => [symbol.name, symbol]))
  }

  /** Whether one is missing was compared before. */
  #visitWhole(before: ts.Type, after: ts.Type, place: Place): void {
    const isWithin = this.#isWithin(after, before)
    const isAround = this.#isWithin(before, after)
    if (isWithin && isAround) return
    const grown = isOperationId(before) ? 'added' : 'widened'
    this.#report(place, isWithin ? 'narrowed' : isAround ? grown : 'changed')
  }

  #isWithin(type: ts.Type, other: ts.Type): boolean {
    const isEither = (part: ts.Type) => !(part.flags & ts.TypeFlags.Undefined)
    const parts = isMissingIn(type) || isMissingIn(other) ? partsOf(type).filter(isEither) : [type]
    return parts.every((part) => this.#checker.isTypeAssignableTo(part, other))
  }

  /** A member that many types share is reported once. */
  #report({ way, direction, member: nearest }: Place, change: Change, member = nearest): void {
    const [declaration] = member?.declarations ?? []
    const where = declaration ? `${declaration.getSourceFile().fileName}:${declaration.pos}` : way
    const key = `${where} ${change} ${direction}`
    if (this.#reported.has(key)) return
    this.#reported.add(key)
    this.#found.push({ way, change, direction })
  }
}

function isMissingIn(type: ts.Type): boolean {
  return partsOf(type).some((part) => part.flags & ts.TypeFlags.Undefined)
}

function isOptional(symbol: ts.Symbol): boolean {
  if (symbol.flags & ts.SymbolFlags.Optional) return true
  const [declaration] = symbol.declarations ?? []
  return (
    declaration !== undefined &&
    ts.isParameter(declaration) &&
    (declaration.questionToken !== undefined || declaration.initializer !== undefined)
  )
}

function isRecord(type: ts.Type): boolean {
  return (type.flags & (ts.TypeFlags.Object | ts.TypeFlags.Intersection)) !== 0
}

/** Which items a tuple has to have. */
function shapeOf({ target }: ts.TypeReference): string {
  return (target as ts.TupleType).elementFlags.join()
}

/** In the types of the wire, what a request has is handed over, although it stands beside what is received. */
function within({ direction, way }: Place, member: string): Direction {
  const isOfWire =
    /^(?:paths|operations|components)\./.test(way) || /^(?:paths|operations|components)$/.test(way)
  return isOfWire && ['requestBody', 'requestBodies', 'parameters'].includes(member) ? 'input' : direction
}

const printer = ts.createPrinter({ removeComments: true })

function textOf(node: ts.Node | undefined): string {
  return node === undefined ? '' : printer.printNode(ts.EmitHint.Unspecified, node, node.getSourceFile())
}

/** The compiler numbers its types, and does not say so. */
function idOf(type: ts.Type): number {
  return (type as ts.Type & { readonly id: number }).id
}
