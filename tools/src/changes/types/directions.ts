import ts from 'typescript-5'
import { exportsOf } from '../../surface/declarations.ts'
import type { Entry, OpenedPackages } from '../../surface/open-packages.ts'
import type { DirectionOf } from './compare-types.ts'
import { type Direction, turned } from './difference.ts'
import { isInternal } from './internal.ts'
import { isOfLibrary } from './libraries.ts'

const deepest = 14

/** Follows every function, class and value that is exported, and notes in which direction each type is met. */
export function followDirections(entries: readonly Entry[], opened: OpenedPackages): DirectionOf {
  const { checker } = opened
  const met = new Map<ts.Type, Set<Direction>>()
  const visit = (type: ts.Type, direction: Direction, depth: number): void => {
    const seen = met.get(type) ?? new Set()
    if (seen.has(direction) || depth > deepest) return
    met.set(type, seen.add(direction))
    const next = (part: ts.Type, at: Direction) => visit(part, at, depth + 1)
    if (type.isUnionOrIntersection()) for (const part of type.types) next(part, direction)
    if (!(type.flags & ts.TypeFlags.Object) || isOfLibrary(type.symbol)) {
      for (const part of checker.getTypeArguments(type as ts.TypeReference) ?? []) next(part, direction)
      return
    }
    for (const signature of [...type.getCallSignatures(), ...type.getConstructSignatures()]) {
      for (const parameter of signature.parameters)
        next(checker.getTypeOfSymbol(parameter), turned(direction))
      next(signature.getReturnType(), direction)
    }
    // whoever hands over an interface hands over those that it extends
    if (type.isClassOrInterface()) for (const base of checker.getBaseTypes(type)) next(base, direction)
    for (const member of type.getProperties())
      if (!isInternal(member)) next(checker.getTypeOfSymbol(member), direction)
  }
  for (const entry of entries)
    for (const { symbol, isValue } of exportsOf(entry, opened))
      if (isValue) visit(checker.getTypeOfSymbol(symbol), 'output', 0)
  return (type) => {
    const directions = met.get(type)
    if (directions === undefined) return undefined
    const [only] = directions
    return directions.size === 1 ? only : 'both'
  }
}
