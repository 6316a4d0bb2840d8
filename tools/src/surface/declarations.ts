import ts from 'typescript-5'
import type { Entry, OpenedPackages } from './open-packages.ts'

/** An exported name, with what it stands for. */
export interface Export {
  readonly name: string
  readonly symbol: ts.Symbol
  readonly isValue: boolean
}

/** What an entry point exports, by name. */
export function exportsOf({ file }: Entry, { checker }: OpenedPackages): readonly Export[] {
  const module = checker.getSymbolAtLocation(file)
  const symbols = module === undefined ? [] : checker.getExportsOfModule(module)
  return symbols
    .map((symbol) => {
      const target = resolved(symbol, checker)
      return { name: symbol.name, symbol: target, isValue: isValue(symbol, target) }
    })
    .toSorted((one, other) => (one.name < other.name ? -1 : 1))
}

function isValue(symbol: ts.Symbol, target: ts.Symbol): boolean {
  const isTypeOnly = symbol.declarations?.some(
    (declaration) => ts.isExportSpecifier(declaration) && ts.isTypeOnlyExportDeclaration(declaration),
  )
  return !isTypeOnly && (target.flags & ts.SymbolFlags.Value) !== 0
}

/** What an import or a reexport stands for. */
export function resolved(symbol: ts.Symbol, checker: ts.TypeChecker): ts.Symbol {
  return symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol
}

const isOurs = (file: ts.SourceFile) => file.fileName.includes('/node_modules/@windmill-user-api/')

/** The declarations of our packages that a symbol leads to, itself included, in the order in which they are met. */
export function closureOf(
  symbol: ts.Symbol,
  checker: ts.TypeChecker,
  found = new Set<ts.Symbol>(),
): Set<ts.Symbol> {
  if (found.has(symbol) || declarationsOf(symbol).length === 0) return found
  found.add(symbol)
  for (const met of namedBy(symbol, checker)) closureOf(met, checker, found)
  return found
}

/** Each is asked for once for every export that leads to it. */
const named = new WeakMap<ts.Symbol, ReadonlySet<ts.Symbol>>()

/** What the declarations of a symbol name, in order. */
function namedBy(symbol: ts.Symbol, checker: ts.TypeChecker): ReadonlySet<ts.Symbol> {
  const known = named.get(symbol)
  if (known !== undefined) return known
  const found = new Set<ts.Symbol>()
  const visit = (node: ts.Node): void => {
    const met = ts.isIdentifier(node) ? checker.getSymbolAtLocation(node) : undefined
    if (met) found.add(resolved(met, checker))
    ts.forEachChild(node, visit)
  }
  for (const declaration of declarationsOf(symbol)) visit(declaration)
  named.set(symbol, found)
  return found
}

/** Statements of our files that declare a symbol. */
export function declarationsOf(symbol: ts.Symbol): readonly ts.Node[] {
  return (symbol.declarations ?? []).map(statementOf).filter((node): node is ts.Node => node !== undefined)
}

function statementOf(declaration: ts.Declaration): ts.Node | undefined {
  if (!isOurs(declaration.getSourceFile())) return undefined
  const isVariable = ts.isVariableDeclaration(declaration)
  const statement = isVariable ? declaration.parent.parent : declaration
  return ts.isSourceFile(statement.parent) ? statement : undefined
}

const printer = ts.createPrinter({ removeComments: true, newLine: ts.NewLineKind.LineFeed })

const texts = new WeakMap<ts.Symbol, string>()

/** A symbol as its package declares it, without comments. */
export function textOf(symbol: ts.Symbol): string {
  const known = texts.get(symbol)
  if (known !== undefined) return known
  const text = declarationsOf(symbol)
    .map((node) => printer.printNode(ts.EmitHint.Unspecified, node, node.getSourceFile()))
    .join('\n')
  texts.set(symbol, text)
  return text
}
