import { type Example, isMembers, type MediaType } from '../../model/index.ts'
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
  if (kind === 'stream' && Array.isArray(value)) return codeBlock('text', value.map(itemText).join('\n'))
  return codeBlock(
    name === 'text/csv' ? 'csv' : 'text',
    typeof value === 'string' ? value : JSON.stringify(value),
  )
}

/** A line of a stream, or an event. */
function itemText(item: unknown): string {
  if (!isMembers(item) || !('data' in item)) return JSON.stringify(item)
  return Object.entries(item)
    .map(([field, value]) => `${field}: ${typeof value === 'string' ? value : JSON.stringify(value)}\n`)
    .join('')
}
