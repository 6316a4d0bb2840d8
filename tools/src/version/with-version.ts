import { isMap, parseDocument } from 'yaml'

/** The document's text with another `info.version`. Every other character stays as it was. */
export function withVersion(text: string, version: string): string {
  const info = parseDocument(text, { keepSourceTokens: true }).get('info')
  const range = isMap(info) ? rangeOf(info.get('version', true)) : undefined
  if (!range)
    throw new Error('spec/openapi.yaml has no info.version. Expected "info:" with "version: 1.2.3" below it.')
  return text.slice(0, range[0]) + version + text.slice(range[1])
}

function rangeOf(node: unknown): readonly [number, number] | undefined {
  if (typeof node !== 'object' || node === null || !('range' in node) || !Array.isArray(node.range))
    return undefined
  const [start, end]: unknown[] = node.range
  return typeof start === 'number' && typeof end === 'number' ? [start, end] : undefined
}
