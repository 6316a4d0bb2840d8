import type { Example, MediaType } from '../../model/index.ts'
import { blocks, code, codeBlock, sentence } from './markdown.ts'

/** Each example of a body under its name. */
export function examplesOf(media: MediaType): string {
  return blocks(...media.examples.map((example) => namedExample(example, media)))
}

function namedExample({ name, summary, description, value }: Example, media: MediaType): string {
  const title = [name === 'default' ? 'Example' : `Example ${code(name)}`, summary]
    .filter((part) => part !== '')
    .join(': ')
  return blocks(title, sentence(description), bodyBlock(media, value))
}

/** A body as it is on the wire, JSON laid out for people. */
function bodyBlock({ kind, name }: MediaType, value: unknown): string {
  if (kind === 'json') return codeBlock('json', JSON.stringify(value, null, 2))
  return codeBlock(
    name === 'text/csv' ? 'csv' : 'text',
    typeof value === 'string' ? value : JSON.stringify(value),
  )
}
