import type { Root as Markdown, Paragraph, TableCell } from 'mdast'
import type { Nodes, Root as Prose } from 'nlcst'
import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import remarkRetext from 'remark-retext'
import retextEnglish from 'retext-english'
import { unified } from 'unified'
import { SKIP, visit } from 'unist-util-visit'
import { VFile } from 'vfile'
import { mostWords, wordings } from './wordings.ts'

/** A sentence to write in another way. */
export interface Problem {
  readonly line: number
  readonly message: string
}

/** Ends a cell: those of a row may be on one line, which the parser would read as one sentence. */
const endOfCell = '\u2028'
/** Where the parser sees no end: after a cell, and before a sentence that begins with code. */
const border = /\u2028|(?<=[.!?]) +(?=…)/

const english = unified().use(retextEnglish).use(plainEnglish)
const markdown = unified()
  .use(remarkParse)
  .use(remarkFrontmatter)
  .use(remarkGfm)
  .use(cellsAsParagraphs)
  .use(remarkRetext, english)

/** The sentences of a text in Markdown that readers stumble over. Code is not read. */
export async function findProblems(text: string): Promise<readonly Problem[]> {
  const file = new VFile(text)
  await markdown.run(markdown.parse(file), file)
  return file.messages.map(({ line = 1, reason }) => ({ line, message: reason }))
}

/** Tables hold sentences too, which are otherwise left out. */
function cellsAsParagraphs() {
  return (tree: Markdown) => {
    visit(tree, 'table', (table, index, parent) => {
      if (parent === undefined || index === undefined) return undefined
      const cells = table.children.flatMap((row) => row.children.map(asParagraph))
      parent.children.splice(index, 1, ...cells)
      return [SKIP, index + cells.length]
    })
  }
}

function asParagraph({ children, position }: TableCell): Paragraph {
  return {
    type: 'paragraph',
    children: [...children, { type: 'text', value: endOfCell, ...(position && { position }) }],
    ...(position && { position }),
  }
}

function plainEnglish() {
  return (tree: Prose, file: VFile) => {
    visit(tree, 'SentenceNode', (sentence) => {
      const sentences = textOf(sentence).split(border)
      for (const reason of sentences.flatMap(reasonsOf)) file.message(reason, sentence.position)
    })
  }
}

function reasonsOf(sentence: string): string[] {
  const shown = sentence.replaceAll(/\s+/g, ' ').trim()
  const words = shown.match(/…|[\p{L}\d]+(?:['’-][\p{L}\d]+)*/gu)?.length ?? 0
  const tooLong = words > mostWords ? [`${words} words. Write at most ${mostWords}: ${shown}`] : []
  const found = wordings.flatMap(({ found: pattern, write }) => {
    const [part] = pattern.exec(shown) ?? []
    return part === undefined ? [] : [`"${part}". Write ${write}: ${shown}`]
  })
  return [...tooLong, ...found]
}

/** A sentence with `…` for each piece of code. */
function textOf(node: Nodes): string {
  if (node.type === 'SourceNode') return '…'
  return 'children' in node ? node.children.map(textOf).join('') : node.value
}
