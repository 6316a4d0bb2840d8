import {
  type Document,
  isCollection,
  isMap,
  isNode,
  isPair,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseDocument,
  visit,
} from 'yaml'
import { ConfigurationFailure, type Problem, type ValuePath } from './problem.ts'

/** What a text says, and where it says each part. */
export interface ParsedText {
  readonly value: unknown
  /** The failure that names the file, and line and column of each problem. */
  readonly failure: (problems: readonly Problem[]) => ConfigurationFailure
}

/**
 * Reads YAML 1.2, of which JSON is a part.
 *
 * @param file - What to call it in messages.
 * @throws ConfigurationFailure where it is neither.
 */
export function parseText(text: string, file: string): ParsedText {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false })
  const place = (offset: number) => {
    const { line, col } = lines.linePos(offset)
    return `${file}:${line}:${col}`
  }
  const mistakes = firstOfEachLine(mistakesOf(document), lines)
  if (mistakes.length > 0) {
    const located = mistakes.map(({ offset, message }) => ({ path: [place(offset)], message }))
    throw new ConfigurationFailure(file, located, ({ path, message }) => `${path[0]}  ${message}`)
  }
  return {
    value: contentOf(document, file),
    failure: (problems) => {
      const located = problems.map((problem) => ({ problem, offset: offsetOf(document, problem.path) }))
      located.sort((first, second) => first.offset - second.offset)
      const offsets = new Map(located.map(({ problem, offset }) => [problem, offset]))
      return new ConfigurationFailure(
        file,
        located.map(({ problem }) => problem),
        (problem) => `${place(offsets.get(problem) ?? 0)}  ${problem.message}`,
      )
    },
  }
}

interface Mistake {
  readonly offset: number
  readonly message: string
}

/** What the parser finds, and what it would find only when the value is made of the text, without a place. */
function mistakesOf(document: Document): Mistake[] {
  const mistakes: Mistake[] = [...document.errors, ...document.warnings].map(({ code, message, pos }) => ({
    offset: pos[0],
    message: explanations[code] ?? `${message.replaceAll(/\s+/g, ' ')}.`,
  }))
  const found = (node: unknown, message: string) => mistakes.push({ offset: startOf(node) ?? 0, message })
  visit(document, {
    Alias: (_key, alias) => {
      if (alias.resolve(document) === undefined)
        found(alias, `there is no &${alias.source} before *${alias.source}.`)
    },
    Pair: (_key, { key }) => {
      if (isCollection(key)) found(key, 'a list or a map stands where a name is expected, such as email.')
    },
  })
  return mistakes
}

/** One mistake makes the parser find more of them on the same line, which say nothing new. */
function firstOfEachLine(mistakes: readonly Mistake[], lines: LineCounter): Mistake[] {
  const inOrder = [...mistakes].sort((first, second) => first.offset - second.offset)
  const seen = new Set<number>()
  return inOrder.filter(({ offset }) => {
    const { line } = lines.linePos(offset)
    const isFirst = !seen.has(line)
    seen.add(line)
    return isFirst
  })
}

function contentOf(document: Document, file: string): unknown {
  if (document.contents === null) throw failureOf(file, 'it is empty. Expected YAML or JSON.')
  try {
    return document.toJS({ maxAliasCount: mostAliases })
  } catch (error) {
    throw failureOf(file, error instanceof Error ? error.message : String(error))
  }
}

/** What the parser tells in words for programmers, by its code. */
const explanations: Readonly<Record<string, string>> = {
  DUPLICATE_KEY: 'this name stands twice in one map. Expected it once.',
  MULTIPLE_DOCS: 'a second document begins here. Expected one.',
  TAB_AS_INDENT: 'a tab. Expected spaces before a name.',
}

/** Aliases of aliases make much of little. */
const mostAliases = 1_000

function failureOf(file: string, message: string): ConfigurationFailure {
  return new ConfigurationFailure(file, [{ path: [], message }])
}

/** Where a value begins; where it is not there, the nearest thing around it. */
function offsetOf(document: Document, path: ValuePath): number {
  let node: unknown = document.contents
  let offset = startOf(node) ?? 0
  for (const step of path) {
    const inside = resolve(document, node)
    const next = isMap(inside) ? pairOf(inside.items, step) : itemOf(inside, step)
    if (next === undefined) return offset
    offset = startOf(next.key) ?? startOf(next.value) ?? offset
    node = next.value
  }
  return offset
}

interface Place {
  readonly key?: unknown
  readonly value: unknown
}

function pairOf(items: readonly unknown[], name: string | number): Place | undefined {
  return items.filter(isPair).find(({ key }) => String(isScalar(key) ? key.value : key) === String(name))
}

function itemOf(node: unknown, index: string | number): Place | undefined {
  const item = isSeq(node) ? node.items[Number(index)] : undefined
  return item === undefined ? undefined : { value: item }
}

function resolve(document: Document, node: unknown): unknown {
  return isNode(node) && 'resolve' in node && typeof node.resolve === 'function'
    ? node.resolve(document)
    : node
}

function startOf(node: unknown): number | undefined {
  return isNode(node) ? (node satisfies Node).range?.[0] : undefined
}
