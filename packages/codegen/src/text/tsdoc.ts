/** A TSDoc block of these paragraphs, wrapped at 110 columns; empty ones are left out. */
export function tsdoc(paragraphs: readonly string[], indentation = ''): string {
  const kept = paragraphs.map((paragraph) => paragraph.trim()).filter((paragraph) => paragraph !== '')
  if (kept.length === 0) return ''
  const lines = kept.flatMap((paragraph, index) => [...(index > 0 ? [''] : []), ...wrap(paragraph, 105 - indentation.length)])
  const body = lines.map((line) => `${indentation} * ${line}`.trimEnd())
  return [`${indentation}/**`, ...body, `${indentation} */`, ''].join('\n').replaceAll(/\*\/(?!\n|$)/g, '*\\/')
}

/** Lines of a paragraph that fit a width. A list or a code block keeps its own lines. */
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
