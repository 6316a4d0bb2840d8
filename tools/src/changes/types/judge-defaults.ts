import ts from 'typescript-5'
import { closureOf, declarationsOf, exportsOf } from '../../surface/declarations.ts'
import type { Entry, OpenedPackages } from '../../surface/open-packages.ts'
import type { Reason } from '../reason.ts'

/** What became of the defaults that comments promise: `Default: 2.` Code that leaves the option out does something else from now on. */
export function judgeDefaults(before: Entry, after: Entry, opened: OpenedPackages): readonly Reason[] {
  const [old, current] = [defaultsOf(before, opened), defaultsOf(after, opened)]
  return [...old].flatMap(([member, value]): readonly Reason[] => {
    const now = current.get(member)
    if (now === undefined || now === value) return []
    const what = `the default of \`${member}\` was ${value}, and is ${now}`
    return [{ impact: 'major', package: before.package, what, place: before.name }]
  })
}

/** Each member whose comment names a default. */
function defaultsOf(entry: Entry, opened: OpenedPackages): ReadonlyMap<string, string> {
  const symbols = new Set<ts.Symbol>()
  for (const { symbol } of exportsOf(entry, opened)) closureOf(symbol, opened.checker, symbols)
  const found = new Map<string, string>()
  for (const symbol of symbols)
    for (const declaration of declarationsOf(symbol))
      ts.forEachChild(declaration, (member) => {
        if (!ts.isPropertySignature(member)) return
        const [, value] = /Default: (.+?)(?:[;.]|, |$)/.exec(commentOf(member)) ?? []
        if (value !== undefined) found.set(`${symbol.name}.${member.name.getText()}`, value)
      })
  return found
}

function commentOf(node: ts.Node): string {
  return ts
    .getJSDocCommentsAndTags(node)
    .map((part) => ts.getTextOfJSDocComment(part.comment) ?? '')
    .join(' ')
    .replaceAll(/\s+/g, ' ')
}
