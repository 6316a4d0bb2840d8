import {
  type Document,
  isMap,
  isNode,
  isPair,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseDocument,
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
  const mistakes = [...document.errors, ...document.warnings]
  if (mistakes.length > 0) {
    const located = mistakes.map(({ code, message, pos }) => ({
      path: [place(pos[0])],
      message: explanations[code] ?? `${message}.`,
    }))
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
