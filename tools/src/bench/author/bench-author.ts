import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { copyDocument, type DocumentCopy } from '../../../gates/author/document-copy.ts'
import type { Mistake } from '../../../gates/author/edits.ts'
import { early, late } from '../../../gates/author/mistakes.ts'
import { installApart } from '../../packages/install-apart.ts'
import { markdownTable } from '../markdown-table.ts'
import { median } from '../median.ts'
import { type Linter, linters } from './linters.ts'

/** What one linter says of one mistake. */
interface Outcome {
  /** It prints something that it does not print of the document without the mistake. */
  readonly isFound: boolean
  /** That names the file and the line of the mistake. */
  readonly isAtItsPlace: boolean
  /** That it does not print of the document without the mistake. */
  readonly lines: number
}

/** Makes the mistakes of the gate one by one before each linter, and gives the table in Markdown. */
export async function benchAuthor(): Promise<string> {
  const folder = path.join(import.meta.dirname, 'competitors')
  const installed = await installApart(folder)
  const { dependencies }: { dependencies: Record<string, string> } = JSON.parse(
    await readFile(path.join(folder, 'package.json'), 'utf8'),
  )
  await using document = await copyDocument()
  const mistakes = [...early, ...late]
  const rows: string[][] = []
  for (const linter of linters(installed, dependencies)) {
    process.stderr.write(`${mistakes.length} mistakes before ${linter.name} …\n`)
    rows.push([linter.name, ...summaryOf(await outcomesOf(linter, document, mistakes))])
  }
  const head = [
    'linter',
    `found, of ${mistakes.length}`,
    'names file and line',
    'lines printed: median',
    'most',
  ]
  return markdownTable(head, rows)
}

async function outcomesOf(
  linter: Linter,
  document: DocumentCopy,
  mistakes: readonly Mistake[],
): Promise<readonly Outcome[]> {
  await document.restore()
  const before = new Set(await linter.print(document.folder))
  const outcomes: Outcome[] = []
  for (const mistake of mistakes) {
    await document.restore()
    await mistake.make(document)
    outcomes.push(outcomeOf(mistake, before, await linter.print(document.folder)))
  }
  return outcomes
}

function outcomeOf({ told }: Mistake, before: ReadonlySet<string>, printed: readonly string[]): Outcome {
  const found = printed.filter((line) => !before.has(line))
  const places = told.map((line) => line.replace(/^spec\//, '').replace(/^([^:]+:\d+):.*$/s, '$1'))
  const isAtItsPlace = places.some((place) => found.some((line) => line.includes(`${place}:`)))
  return {
    isFound: found.some((line) => !/^validating |: validated in /.test(line)),
    isAtItsPlace,
    lines: found.length,
  }
}

function summaryOf(outcomes: readonly Outcome[]): string[] {
  const lines = outcomes.map((outcome) => outcome.lines)
  const count = (is: (outcome: Outcome) => boolean) => String(outcomes.filter(is).length)
  return [
    count(({ isFound }) => isFound),
    count(({ isAtItsPlace }) => isAtItsPlace),
    String(median(lines)),
    String(Math.max(...lines)),
  ]
}
