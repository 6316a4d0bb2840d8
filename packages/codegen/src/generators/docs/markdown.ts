import { generatedBy } from '../../text/header.ts'

/** Blocks of Markdown with an empty line between them; empty ones are left out. */
export function blocks(...parts: readonly string[]): string {
  return parts
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .join('\n\n')
}

/** A heading with its body, or nothing where the body is empty. */
export function section(heading: string, body: string): string {
  return body.trim() === '' ? '' : blocks(heading, body)
}

export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return ''
  const line = (cells: readonly string[]) => `| ${cells.map(cell).join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')
}

/** A cell holds one line, in which a bar would end it. */
function cell(text: string): string {
  return text
    .trim()
    .replaceAll(/\s*\n\s*/g, ' ')
    .replaceAll(/(?<!\\)\|/g, '\\|')
}

export function list(items: readonly string[]): string {
  return items.map((item) => `- ${item.trim().replaceAll(/\s*\n\s*/g, ' ')}`).join('\n')
}

/** Inline code, fenced by one backtick more than the text has in a row. */
export function code(text: string): string {
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length))
  const fence = '`'.repeat(longest + 1)
  const padding = text.startsWith('`') || text.endsWith('`') ? ' ' : ''
  return `${fence}${padding}${text}${padding}${fence}`
}

export function codeBlock(language: string, text: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/^`{3,}/gm)].map(([run]) => run.length))
  const fence = '`'.repeat(longest + 1)
  return `${fence}${language}\n${text.trimEnd()}\n${fence}`
}

/** A code block whose text the site fills in from a file, so that a page shows the very file that was run. */
export function codeBlockOfFile(language: string, file: string, title: string): string {
  return `\`\`\`${language} file="${file}" title="${title}"\n\`\`\``
}

export function link(text: string, target: string): string {
  return `[${text}](${target})`
}

/** `a`, `a or b`, `a, b or c`. */
export function either(parts: readonly string[], word = 'or'): string {
  const last = parts.at(-1) ?? ''
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(', ')} ${word} ${last}`
}

/** What ends like a sentence. */
export function sentence(text: string): string {
  const trimmed = text.trim()
  return trimmed === '' || /[.!?:]$/.test(trimmed) ? trimmed : `${trimmed}.`
}

/** The head of a page, which says where the page comes from. A value is written as JSON, which YAML reads as it is. */
export function frontMatter(values: Readonly<Record<string, unknown>>): string {
  const lines = Object.entries(values)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => `${key}: ${JSON.stringify(value)}`)
  return ['---', generatedBy('docs').replace('//', '#'), ...lines, '---'].join('\n')
}
