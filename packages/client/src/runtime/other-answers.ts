import type { OperationFacts, Run } from './facts.ts'
import { mediaTypeOf } from './media-types.ts'

/** Reads a body of a media type; `undefined` for text and JSON. */
type ReadBody = (response: Response, mediaType: string | undefined, run: Run) => Promise<unknown> | undefined

/**
 * Reads responses that the document describes by ranges or by several media types, or that are neither text nor JSON. An operation with
 * one brings this along, and what reads such a body.
 */
export function readAs(readBody?: ReadBody): NonNullable<OperationFacts['readOther']> {
  return (response, run) => {
    const documented = run.facts.responses[response.status] ?? byRange(run.facts.responses, response)
    const known = documented?.split(',') ?? []
    const given = mediaTypeOf(response) ?? known[0]
    const mediaType = known.find((type) => type === given) ?? byMediaRange(known, given)
    return [documented, mediaType, readBody?.(response, mediaType, run) ?? response.text()]
  }
}

/** Reads what is neither text nor JSON as bytes. */
export function readBinary(response: Response, mediaType: string | undefined): Promise<Blob> | undefined {
  return mediaType && !/^text|\bjson$|xml$/.test(mediaType) ? response.blob() : undefined
}

/** The media types of a status that the document names by its range (`4XX`) or by `default`, which stands for failures only. */
function byRange(responses: OperationFacts['responses'], { status, ok }: Response): string | undefined {
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
