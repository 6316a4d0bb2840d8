import type { OperationFacts } from './facts.ts'

/** The media types of a status that the document names by its range (`4XX`) or by `default`, which stands for failures only. */
export function byRange(
  responses: OperationFacts['responses'],
  { status, ok }: Response,
): string | undefined {
  return responses[`${`${status}`[0]}XX`] ?? (ok ? undefined : responses['default'])
}

/** The most exact of the ranges that a media type is in: `image/*`, `application/*+json`, or any at last at last (RFC 9110, section 12.5.1). */
export function byMediaRange(ranges: readonly string[], mediaType = ''): string | undefined {
  return ranges
    .filter((range) => range.includes('*') && isIn(range, mediaType))
    .sort((one, other) => other.length - one.length)[0]
}

function isIn(range: string, mediaType: string): boolean {
  const [start = '', end = ''] = range === '*/*' ? [] : range.split('*')
  return mediaType.startsWith(start) && mediaType.endsWith(end)
}
