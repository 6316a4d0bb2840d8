const widthOfComment = 110

/** A TSDoc block of these paragraphs, wrapped; empty ones are left out, and no paragraph at all makes no comment. */
export function tsdoc(paragraphs: readonly string[], indentation = ''): string {
  const kept = paragraphs
    .map((paragraph) => paragraph.trim().replaceAll('*/', '*\\/'))
    .filter((text) => text !== '')
  const width = widthOfComment - indentation.length - ' * '.length
  const lines = kept.flatMap((paragraph, index) => [...(index > 0 ? [''] : []), ...wrap(paragraph, width)])
  const [first] = lines
  if (first === undefined) return ''
  if (lines.length === 1 && first.length <= width - 4) return `${indentation}/** ${first} */\n`
  const body = lines.map((line) => `${indentation} * ${line}`.trimEnd())
  return [`${indentation}/**`, ...body, `${indentation} */`, ''].join('\n')
}

/** Lines of a paragraph that fit a width. A list, a code block or an `@example` keeps its own lines. */
function wrap(paragraph: string, width: number): string[] {
  if (/^(?:[-*] |```|@example)/m.test(paragraph)) return paragraph.split('\n')
  const lines: string[] = []
  let line = ''
  for (const word of paragraph.split(/\s+/)) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line)
      line = ''
    }
    line = line === '' ? word : `${line} ${word}`
  }
  return [...lines, line]
}
