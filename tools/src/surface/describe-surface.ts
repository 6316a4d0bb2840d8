import type ts from 'typescript-5'
import { closureOf, exportsOf, textOf } from './declarations.ts'
import type { Entry, OpenedPackages } from './open-packages.ts'

/** The public surface of a package as Markdown: for each entry point what it exports, then what the exports refer to. */
export function describeSurface(name: string, entries: readonly Entry[], opened: OpenedPackages): string {
  const sections = entries.flatMap((entry) => [`## ${entry.name}`, inFence(linesOf(entry, opened))])
  const exported = new Set(entries.flatMap((entry) => exportsOf(entry, opened).map(({ symbol }) => symbol)))
  const behind = behindOf(exported, name, opened.checker)
  const rest = behind.length === 0 ? [] : ['## Not exported, and used above', inFence(behind.map(textOf))]
  return `${[`# @windmill-user-api/${name}`, ...sections, ...rest].join('\n\n')}\n`
}

function linesOf(entry: Entry, opened: OpenedPackages): readonly string[] {
  return exportsOf(entry, opened).map(({ name, symbol, isValue }) => {
    const text = textOf(symbol)
    const own = symbol.name === name ? '' : `// as ${name}\n`
    return text === '' ? `export ${isValue ? '' : 'type '}${name} // of another package` : `${own}${text}`
  })
}

/** What an importer cannot name, and still gets. */
function behindOf(
  exported: ReadonlySet<ts.Symbol>,
  name: string,
  checker: ts.TypeChecker,
): readonly ts.Symbol[] {
  const found = new Set<ts.Symbol>()
  for (const symbol of exported) closureOf(symbol, checker, found)
  const isOfPackage = ({ declarations = [] }: ts.Symbol) =>
    declarations.some((one) => one.getSourceFile().fileName.includes(`/@windmill-user-api/${name}/`))
  return [...found]
    .filter((symbol) => !exported.has(symbol) && isOfPackage(symbol))
    .toSorted((one, other) => (one.name < other.name ? -1 : 1))
}

function inFence(lines: readonly string[]): string {
  return `\`\`\`ts\n${lines.join('\n\n')}\n\`\`\``
}
