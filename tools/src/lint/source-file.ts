import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { type Document, LineCounter, type Node, parseDocument } from 'yaml'

/** A file of the document, read with its places. */
export interface SourceFile {
  /** Relative to the folder of the document, with slashes. */
  readonly name: string
  readonly text: string
  readonly document: Document.Parsed
  /** Where a character stands: both from 1. */
  placeOf(offset: number): { readonly line: number; readonly column: number }
}

/** All YAML and JSON files of a document, by name, in order. What is made from them in `dist` is none. */
export function readSourceFiles(folder: string): ReadonlyMap<string, SourceFile> {
  const names = globSync('**/*.{yaml,yml,json}', {
    cwd: folder,
    exclude: ['dist/**', 'node_modules/**', '.turbo/**'],
  })
    .map((name) => name.split(path.sep).join('/'))
    .filter((name) => name !== 'package.json' && !/redocly\.(?:lint-ignore\.)?yaml$/.test(name))
    .sort()
  return new Map(
    names.map((name) => [name, readSourceFile(name, readFileSync(path.join(folder, name), 'utf8'))]),
  )
}

export function readSourceFile(name: string, text: string): SourceFile {
  const lines = new LineCounter()
  // A byte order mark is no character of the text.
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false })
  return {
    name,
    text,
    document,
    placeOf(offset) {
      const { line, col } = lines.linePos(offset)
      return { line, column: col }
    },
  }
}

/** Where a part of a file begins. */
export function placeOfNode(
  file: SourceFile,
  node: Node | null | undefined,
): { line: number; column: number } {
  return file.placeOf(node?.range?.[0] ?? 0)
}
