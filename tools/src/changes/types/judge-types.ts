import type ts from 'typescript-5'
import { closureOf, declarationsOf, type Export, exportsOf, textOf } from '../../surface/declarations.ts'
import { type Entry, type OpenedPackages, openPackages, type Side } from '../../surface/open-packages.ts'
import { readStrictly } from '../../surface/strict-methods.ts'
import type { Reason } from '../reason.ts'
import { TypeComparison } from './compare-types.ts'
import { impactOf, type TypeDifference } from './difference.ts'
import { followDirections } from './directions.ts'
import { judgeDefaults } from './judge-defaults.ts'

/** What became of every type that packages export, to code that compiled with the release before. */
export function judgeTypes(before: Side, after: Side): readonly Reason[] {
  return judgeOpened(before, after, openPackages([before, after], { read: readStrictly }))
}

/** The same, of sides that are open. */
export function judgeOpened(before: Side, after: Side, opened: OpenedPackages): readonly Reason[] {
  const [old, current] = [opened.entriesOf(before), opened.entriesOf(after)]
  const comparison = new TypeComparison(opened.checker, followDirections(old, opened))
  return old.flatMap((entry) => {
    const other = current.find(({ name }) => name === entry.name)
    // an entry point that is gone is found by the content of the tarball
    return other === undefined ? [] : compareEntries(entry, other, opened, comparison)
  })
}

function compareEntries(
  before: Entry,
  after: Entry,
  opened: OpenedPackages,
  comparison: TypeComparison,
): readonly Reason[] {
  const current = new Map(exportsOf(after, opened).map((one) => [one.name, one]))
  const old = exportsOf(before, opened)
  const known = new Set(old.map(({ name }) => name))
  const reason = (difference: TypeDifference): Reason => ({
    impact: impactOf(difference),
    package: before.package,
    what: describe(difference),
    place: before.name,
  })
  const isNew = [...current.values()].filter(({ name }) => !known.has(name))
  const differences: readonly TypeDifference[] = [
    ...old.flatMap((one) => compareExports(one, current.get(one.name), opened.checker, comparison)),
    ...isNew.map(({ name }): TypeDifference => ({ way: name, change: 'added', direction: 'output' })),
  ]
  return [...differences.map(reason), ...judgeDefaults(before, after, opened)]
}

function compareExports(
  before: Export,
  after: Export | undefined,
  checker: ts.TypeChecker,
  comparison: TypeComparison,
): readonly TypeDifference[] {
  const { name } = before
  if (after === undefined) return [{ way: name, change: 'removed', direction: 'both' }]
  if (before.isValue && !after.isValue) return [{ way: name, change: 'removed', direction: 'both' }]
  if (closureText(before.symbol, checker) === closureText(after.symbol, checker)) return []
  if (isGeneric(before.symbol) || isGeneric(after.symbol)) return compareGeneric(before, after)
  const value = () =>
    comparison.compare(
      checker.getTypeOfSymbol(before.symbol),
      checker.getTypeOfSymbol(after.symbol),
      name,
      'output',
    )
  const type = () =>
    comparison.compare(
      checker.getDeclaredTypeOfSymbol(before.symbol),
      checker.getDeclaredTypeOfSymbol(after.symbol),
      name,
      directionOfExport(before),
    )
  return [
    ...(before.isValue ? value() : []),
    ...(isType(before.symbol) && isType(after.symbol) ? type() : []),
  ]
}

/** Types of the wire hold what is received, but for what they mark as a request. */
function directionOfExport({ name, isValue }: Export): 'output' | 'both' {
  return isValue || ['paths', 'operations'].includes(name) ? 'output' : 'both'
}

/** Types that it names are compared where they are exported or used. */
function compareGeneric(before: Export, after: Export): readonly TypeDifference[] {
  const isSame = textOf(before.symbol) === textOf(after.symbol)
  return isSame ? [] : [{ way: before.name, change: 'changed', direction: 'both' }]
}

function closureText(symbol: ts.Symbol, checker: ts.TypeChecker): string {
  return [...closureOf(symbol, checker)].map(textOf).join('\n')
}

function isGeneric(symbol: ts.Symbol): boolean {
  return declarationsOf(symbol).some((node) => {
    const { typeParameters } = node as { readonly typeParameters?: readonly unknown[] }
    return typeParameters !== undefined && typeParameters.length > 0
  })
}

function isType(symbol: ts.Symbol): boolean {
  return (symbol.flags & typeFlags) !== 0
}

// classes, interfaces, enums and aliases
const typeFlags = 32 | 64 | 384 | 524_288

function describe({ way, change, direction }: TypeDifference): string {
  const where = {
    input: 'in what is handed over',
    output: 'in what is received',
    both: 'in either direction',
  }[direction]
  const said = {
    added: 'is new',
    required: 'is new and required',
    removed: 'is gone',
    changed: 'has another type',
  }
  return change === 'narrowed' || change === 'widened'
    ? `\`${way}\` is ${change} ${where}`
    : `\`${way}\` ${said[change]}${change === 'required' ? ` ${where}` : ''}`
}
