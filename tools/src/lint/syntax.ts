import type { YAMLParseError } from 'yaml'
import type { Problem } from './problem.ts'
import type { SourceFile } from './source-file.ts'

/** What does not parse: the first mistake of a file, since what follows may come of it. */
export function syntaxProblem(file: SourceFile): Problem | undefined {
  const { errors } = file.document
  const [first] = errors
  if (!first) return undefined
  return { file: file.name, rule: 'yaml', severity: 'error', ...explain(file, first, errors) }
}

type Explained = Pick<Problem, 'line' | 'column' | 'message'>

function explain(file: SourceFile, first: YAMLParseError, all: readonly YAMLParseError[]): Explained {
  const place = file.placeOf(first.pos[0])
  const text = lineOf(file, place.line)
  const inLine = (line: number, message: string) => ({ line, column: beginOf(lineOf(file, line)), message })
  if (first.code === 'TAB_AS_INDENT')
    return inLine(place.line, `A tab indents nothing in YAML. ${right(text, indentBefore(file, place.line))}`)
  if (first.code === 'DUPLICATE_KEY') return inLine(place.line, givenTwice(file, place.line, text))
  const misplaced = misplacedLine(file, first, all)
  if (misplaced) return inLine(misplaced, wrongIndent(file, misplaced))
  const quote = first.code === 'MISSING_CHAR' && /quote/.test(first.message) && openQuote(file)
  if (quote) return { ...file.placeOf(quote), message: 'The text that begins here has no closing quote.' }
  return { ...place, message: inOneLine(first, text) }
}

/** Where the first text begins that is not closed in its line. */
function openQuote({ text }: SourceFile): number | undefined {
  const match = /(?<=[:,[{-]\s+)(["'])(?:(?!\1).)*$/m.exec(text)
  return match?.index
}

/** A mistake that does not come of how far lines are indented. */
function inOneLine({ code, message }: YAMLParseError, text: string): string {
  const [, indent = '', key = '', value = ''] = /^(\s*(?:- )?)([^:]+):\s*(.*)$/.exec(text) ?? []
  const quoted = `Right: \`${indent.trimStart()}${key}: ${JSON.stringify(value)}\`.`
  if (code === 'BLOCK_AS_IMPLICIT_KEY' && value)
    return `A text with a colon and a space in it needs quotes. ${quoted}`
  if (code === 'BAD_SCALAR_START')
    return `A text without quotes cannot begin with \`${value.charAt(0)}\`. ${quoted}`
  if (code === 'MULTILINE_IMPLICIT_KEY' && text.includes(':'))
    return `A colon needs a space behind it. Right: \`${text.trim().replace(/^([^:]+):(?! )/, '$1: ')}\`.`
  if (code === 'MULTILINE_IMPLICIT_KEY' && !text.includes(':') && !isItem(text))
    return `A key needs a colon behind it. Right: \`${text.trim().replace(' ', ': ')}\`.`
  const [, close] = /end with a (.)/.exec(message) ?? []
  if (close) return `Before this line a \`${close === '}' ? '{' : '['}\` has no \`${close}\`.`
  if (code === 'MULTIPLE_DOCS')
    return 'A second document begins here. Expected: one in each file, without `---`.'
  return `${message.split('\n')[0]}.`
}

/** The line that is not as far in as its neighbours, where that is the mistake. */
function misplacedLine(
  file: SourceFile,
  first: YAMLParseError,
  all: readonly YAMLParseError[],
): number | undefined {
  const { line } = file.placeOf(first.pos[0])
  if (/same column|block sequence may not/i.test(first.message)) return line
  const stretched = all.find(({ code }) => code === 'MULTILINE_IMPLICIT_KEY')
  const begin = lineOf(file, file.placeOf(stretched?.pos[0] ?? 0).line)
  // A colon without a space behind it, or none at all, goes on in the next line, too.
  if (!stretched || /^\s*[\w$"'-]+:\S/.test(begin) || !(begin.includes(':') || isItem(begin)))
    return undefined
  const end = file.placeOf(stretched.pos[1]).line
  return end > line ? end : undefined
}

function wrongIndent(file: SourceFile, line: number): string {
  const text = lineOf(file, line)
  const expected = indentBefore(file, line)
  return `This line begins after ${spaces(indentOf(text))}, its neighbours after ${spaces(expected)}. ${right(text, expected)}`
}

/** How far in a line is meant to be: as one of the lines before it that it can stand beside, whichever is nearest. */
function indentBefore(file: SourceFile, line: number): number {
  const text = lineOf(file, line)
  // How deep a tab is meant to be, nobody knows: it may be right.
  const actual = text.includes('\t') ? indentOf(text) + 0.1 : indentOf(text)
  const open: number[] = []
  for (let before = line - 1; before > 0; before -= 1) {
    const other = lineOf(file, before)
    const indent = indentOf(other)
    const outermost = open.at(-1) ?? Number.POSITIVE_INFINITY
    if (other.trim() && !/^\s*#/.test(other) && !other.includes('\t') && indent < outermost) open.push(indent)
  }
  const [nearest = 0] = open
    .filter((indent) => indent !== actual)
    .sort((one, other) => Math.abs(one - actual) - Math.abs(other - actual) || other - one)
  return nearest
}

function givenTwice(file: SourceFile, line: number, text: string): string {
  const key = text.trim().replace(/:.*$/, '')
  const isSame = (other: string) =>
    indentOf(other) === indentOf(text) && other.trim().replace(/:.*$/, '') === key
  let before = line - 1
  while (before > 0 && !isSame(lineOf(file, before))) before -= 1
  return `The key \`${key}\` is given twice, first in line ${before}. Expected: once, because only one of them can count.`
}

function right(text: string, indent: number): string {
  return `Right: \`${' '.repeat(indent)}${text.trim()}\`.`
}

function lineOf({ text }: SourceFile, line: number): string {
  return (text.split('\n')[line - 1] ?? '').replace(/\r$/, '')
}

/** A tab counts as two spaces, as wide as they are here. */
function indentOf(text: string): number {
  const [indent = ''] = /^\s*/.exec(text) ?? []
  return indent.replaceAll('\t', '  ').length
}

/** The column of the first character that is no white space. */
function beginOf(text: string): number {
  return text.length - text.trimStart().length + 1
}

function isItem(text: string): boolean {
  return /^\s*- /.test(text)
}

function spaces(count: number): string {
  return count === 1 ? '1 space' : `${count} spaces`
}
