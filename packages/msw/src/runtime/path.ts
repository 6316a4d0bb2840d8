/** Whether a path is one of a template, and the values in it by their names. */
export interface PathMatch {
  readonly matches: boolean
  readonly params: Readonly<Record<string, string>>
}

/**
 * Matches a path, which a query may follow, with a template of OpenAPI: `/pets/{id}/photos`. A value is a part of one segment,
 * and all else is as it is written (OpenAPI 3.1.1, section 4.8.8.2).
 */
export function matchPath(template: string, pathAndQuery: string): PathMatch {
  const [path = ''] = pathAndQuery.split(/[?#]/, 1)
  const parts = partsOf(template)
  const pattern = parts.map((part, index) => (index % 2 === 1 ? '([^/]+)' : escaped(part))).join('')
  const found = new RegExp(`^${pattern}$`).exec(path)
  if (!found) return { matches: false, params: {} }
  const names = namesIn(template)
  return {
    matches: true,
    params: Object.fromEntries(names.map((name, index) => [name, decoded(found[index + 1] ?? '')])),
  }
}

/** The names of the values in a template. */
export function namesIn(template: string): string[] {
  return partsOf(template).filter((_, index) => index % 2 === 1)
}

/** Text and names by turns. */
function partsOf(template: string): string[] {
  return template.split(/\{([^{}]+)\}/)
}

/** As a URL has it, whose characters are ASCII. */
function escaped(text: string): string {
  return text.replaceAll(/[^\x21-\x7e]+|["<>`]/g, encodeURI).replaceAll(/[$()*+.?[\\\]^{|}]/g, '\\$&')
}

/** As it is, where it is no valid percent-encoding. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
