import type { DrawnDocument } from './drawing/document.ts'
import type { DrawnOperation } from './drawing/operation.ts'

/** What proves who calls. Where several readings are right it is not known, and nothing of it is compared. */
export interface ExpectedCredentials {
  readonly isKnown: boolean
  readonly headers: Readonly<Record<string, string | null>>
  readonly query: readonly string[]
  readonly cookies: readonly string[]
}

const unknown: ExpectedCredentials = { isKnown: false, headers: {}, query: [], cookies: [] }

/** The credentials of the first alternative for which the client has all, and no others. */
export function expectedCredentials(document: DrawnDocument, operation: DrawnOperation): ExpectedCredentials {
  const { schemes, credentials } = document
  // A certificate is none of a request.
  const isSent = (name: string) => schemes[name]?.type !== 'mutualTLS'
  const alternatives = (operation.security ?? document.security)?.map((requirement) =>
    Object.keys(requirement).filter(isSent),
  )
  const isToken = (name: string) => schemes[name]?.type === 'oauth2' || schemes[name]?.scheme === 'bearer'
  const has = (name: string) => (isToken(name) ? credentials.token !== undefined : name in credentials.keys)
  const isSentByBrowser = (names: readonly string[]) => names.some((name) => schemes[name]?.in === 'cookie')
  if (alternatives === undefined) {
    const names = Object.keys(schemes).filter(isSent)
    if (isSentByBrowser(names) && names.some(isToken)) return unknown
    const owned = names.filter(has)
    const inHeader = owned.filter((name) => schemes[name]?.type !== 'apiKey')
    return inHeader.length > 1 ? unknown : sentAs(document, owned)
  }
  if (isSentByBrowser(alternatives.flat()) && alternatives.flat().some(isToken)) return unknown
  const asked = alternatives.filter((names) => names.length > 0)
  const satisfied = asked.find((names) => names.every(has))
  if (satisfied) return sentAs(document, satisfied)
  // A part of an alternative proves nothing; it may be sent.
  return asked.flat().some(has) ? unknown : sentAs(document, [])
}

function sentAs({ schemes, credentials }: DrawnDocument, names: readonly string[]): ExpectedCredentials {
  const headers: Record<string, string | null> = { authorization: null, 'x-drawn-key': null }
  const [query, cookies]: [string[], string[]] = [[], []]
  for (const name of names) {
    const { type, in: location, name: parameter = '' } = schemes[name] ?? { type: '' }
    const key = credentials.keys[name]
    if (type !== 'apiKey')
      headers['authorization'] = key === undefined ? `Bearer ${credentials.token}` : basic
    else if (location === 'header') headers['x-drawn-key'] = String(key)
    else (location === 'query' ? query : cookies).push(`${parameter}=${key}`)
  }
  return { isKnown: true, headers, query, cookies }
}

/** `ada:p:w` */
const basic = 'Basic YWRhOnA6dw=='
