import type { Deprecation } from './deprecation.ts'
import type { Header, Response } from './response.ts'

/** What every answer of a deprecated operation says of it (RFC 9745 and RFC 8594). Nothing where no day is known. */
export function deprecationHeaders(deprecation: Deprecation | undefined): Readonly<Record<string, string>> {
  if (deprecation?.since === undefined) return {}
  const { since, sunset } = deprecation
  return {
    Deprecation: `@${Date.parse(since) / 1000}`,
    ...(sunset !== undefined && { Sunset: new Date(sunset).toUTCString() }),
  }
}

const descriptions: Readonly<Record<string, string>> = {
  Deprecation: 'Since when the operation is deprecated (RFC 9745).',
  Sunset: 'When the operation may stop working (RFC 8594).',
}

/** The responses with the headers that say so. One that the document describes by itself stays as it is. */
export function withDeprecationHeaders(
  responses: readonly Response[],
  deprecation: Deprecation | undefined,
): readonly Response[] {
  const added = Object.entries(deprecationHeaders(deprecation)).map(headerOf)
  if (added.length === 0) return responses
  return responses.map((response) => {
    const own = response.headers.map(({ name }) => name.toLowerCase())
    const missing = added.filter(({ name }) => !own.includes(name.toLowerCase()))
    return { ...response, headers: [...response.headers, ...missing] }
  })
}

function headerOf([name, value]: readonly [string, string]): Header {
  return {
    name,
    description: descriptions[name] ?? '',
    required: true,
    schema: { type: 'string', const: value },
    examples: [{ name: 'default', summary: '', description: '', value }],
  }
}
