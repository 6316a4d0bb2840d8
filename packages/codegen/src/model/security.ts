import type { ResolvedDocument } from './operation-names.ts'
import { resolve } from './reference.ts'
import {
  httpMethods,
  type SourceDocument,
  type SourceParameter,
  type SourcePathItem,
  type SourceSecurityRequirement,
  type SourceSecurityScheme,
} from './source.ts'

/** Names of the schemes that are needed together. An empty one says: without credentials. */
export type SecurityRequirement = readonly string[]

/** One way to prove who is calling. */
export type SecurityScheme = { readonly name: string; readonly description: string } & (
  | { readonly kind: 'bearer' }
  | { readonly kind: 'basic' }
  | { readonly kind: 'apiKey'; readonly in: string; readonly parameter: string }
  | { readonly kind: 'other'; readonly type: string }
)

/** The alternatives of which a caller satisfies one. An operation's own list replaces the document's. */
export function readSecurity(
  document: SourceDocument,
  ofOperation: readonly SourceSecurityRequirement[] | undefined,
): SecurityRequirement[] {
  return (ofOperation ?? document.security ?? []).map((requirement) => Object.keys(requirement))
}

export function readSecuritySchemes(document: SourceDocument): SecurityScheme[] {
  return Object.entries(document.components?.securitySchemes ?? {}).map(([name, source]) => {
    const { value } = resolve<SourceSecurityScheme>(document, source)
    return { name, description: value.description ?? '', ...kindOf(value) }
  })
}

function kindOf(scheme: SourceSecurityScheme) {
  const http = scheme.type === 'http' ? scheme.scheme?.toLowerCase() : undefined
  if (http === 'bearer' || http === 'basic') return { kind: http } as const
  if (scheme.type !== 'apiKey') return { kind: 'other', type: scheme.type } as const
  return { kind: 'apiKey', in: scheme.in ?? 'header', parameter: scheme.name ?? '' } as const
}

/** Schemes whose credential the client sends by itself, as `Authorization: Bearer …`. */
function isToken({ type, scheme }: SourceSecurityScheme): boolean {
  return (
    (type === 'http' && scheme?.toLowerCase() === 'bearer') || type === 'oauth2' || type === 'openIdConnect'
  )
}

/** Whether the client's token is one of the credentials that an operation takes; where the document does not say, the caller knows. */
export function takesToken(
  document: SourceDocument,
  ofOperation: readonly SourceSecurityRequirement[] | undefined,
): boolean {
  const alternatives = ofOperation ?? document.security
  if (alternatives === undefined) return true
  return alternatives.some((requirement) => schemesOf(document, requirement).some(isToken))
}

/**
 * A document in which the keys that only some operations take are parameters of these: the client has one token, and sends it as such.
 * An operation that takes a token alone has none of them.
 */
export function withKeysAsParameters(document: ResolvedDocument): ResolvedDocument {
  const paths = Object.entries(document.paths).map(([path, item]) => [path, withKeys(document, item)])
  return { ...document, paths: Object.fromEntries(paths) }
}

function withKeys(document: SourceDocument, item: SourcePathItem): SourcePathItem {
  const operations = httpMethods.flatMap((method) => {
    const operation = item[method]
    const keys = operation ? keysOf(document, operation.security ?? document.security ?? []) : []
    return keys.length === 0
      ? []
      : [[method, { ...operation, parameters: [...(operation?.parameters ?? []), ...keys] }]]
  })
  return { ...item, ...Object.fromEntries(operations) }
}

function keysOf(
  document: SourceDocument,
  alternatives: readonly SourceSecurityRequirement[],
): SourceParameter[] {
  const schemes = alternatives.map((requirement) => schemesOf(document, requirement))
  if (schemes.some((required) => required.length > 0 && required.every(isToken))) return []
  const keys = schemes.flat().flatMap((scheme) => {
    const place = placeOf(scheme)
    const schema = { type: 'string' }
    const key = place && {
      description: 'The key that proves who calls.',
      ...place,
      schema,
      'x-credential': true,
    }
    return key ? [[`${key.in} ${key.name}`, key] as const] : []
  })
  return [...new Map(keys).values()]
}

function placeOf(scheme: SourceSecurityScheme) {
  const { type, name, in: location, description } = scheme
  const said = description === undefined ? {} : { description }
  if (type === 'apiKey' && name !== undefined && location !== undefined)
    return { name, in: location, ...said }
  if (type !== 'http' || isToken(scheme)) return undefined
  return {
    name: 'Authorization',
    in: 'header',
    description: `Credentials of HTTP ${scheme.scheme}: ${example(scheme)}.`,
  }
}

function example({ scheme = '' }: SourceSecurityScheme): string {
  return scheme.toLowerCase() === 'basic'
    ? '`Basic ` and the base64 of `user:password`'
    : `\`${scheme} \` and what the scheme asks for`
}

function schemesOf(document: SourceDocument, requirement: SourceSecurityRequirement): SourceSecurityScheme[] {
  return Object.keys(requirement).flatMap((name) => {
    const scheme = document.components?.securitySchemes?.[name]
    return scheme ? [resolve<SourceSecurityScheme>(document, scheme).value] : []
  })
}
