import { DocumentError } from './errors.ts'
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

/** Of these, what a request has: a certificate proves who calls before there is one. */
export function readCredentials(
  document: SourceDocument,
  ofOperation: readonly SourceSecurityRequirement[] | undefined,
): SecurityRequirement[] {
  return (alternativesOf(document, ofOperation) ?? []).map((requirement) => Object.keys(requirement))
}

/**
 * HTTP schemes whose credentials answer a challenge of the server, or sign the request: neither a token nor a parameter of a call can be
 * one (IANA's registry of HTTP authentication schemes).
 */
const challenges = [
  ...['concealed', 'digest', 'dpop', 'gnap', 'hoba', 'mutual', 'negotiate', 'privatetoken'],
  ...['scram-sha-1', 'scram-sha-256', 'vapid'],
]

function isChallenge({ type, scheme }: SourceSecurityScheme): boolean {
  return type === 'http' && challenges.includes(scheme?.toLowerCase() ?? '')
}

/** What a client can send of the alternatives; `undefined` where nothing is said. */
function alternativesOf(
  document: SourceDocument,
  ofOperation: readonly SourceSecurityRequirement[] | undefined,
): readonly SourceSecurityRequirement[] | undefined {
  const alternatives = ofOperation ?? document.security
  return alternatives
    ?.filter((requirement) => !schemesOf(document, requirement).some(([, scheme]) => isChallenge(scheme)))
    .map((requirement) => {
      const certificates = schemesOf(document, requirement).filter(([, { type }]) => type === 'mutualTLS')
      const names = certificates.map(([name]) => name)
      return Object.fromEntries(Object.entries(requirement).filter(([name]) => !names.includes(name)))
    })
}

/** @throws DocumentError where every alternative needs what no client can send by itself. */
export function refuseChallenges(
  document: SourceDocument,
  pointer: string,
  ofOperation: readonly SourceSecurityRequirement[] | undefined,
): void {
  const [first] = ofOperation ?? document.security ?? []
  if (first === undefined || alternativesOf(document, ofOperation)?.length !== 0) return
  const [name, scheme] = schemesOf(document, first).find(([, each]) => isChallenge(each)) ?? []
  throw new DocumentError(
    pointer,
    `it needs "${name}" of the HTTP scheme "${scheme?.scheme}", whose credentials are made anew for each request. Expected the scheme "bearer" or "basic", an API key, or one of these as an alternative.`,
  )
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
  const alternatives = alternativesOf(document, ofOperation)
  if (alternatives === undefined) return true
  return alternatives.some((requirement) =>
    schemesOf(document, requirement).some(([, scheme]) => isToken(scheme)),
  )
}

/** What a client may have for an operation besides a token. */
export interface KeyChoice {
  /** Each needs all of its schemes; the place of a key is that of a parameter, and a token has none. */
  readonly alternatives: readonly (readonly {
    readonly scheme: string
    readonly place: string | undefined
  }[])[]
  /** Whether the document has no security at all, so that the caller knows which of its schemes count. */
  readonly isUnsaid: boolean
}

export function readKeys(
  document: SourceDocument,
  ofOperation: readonly SourceSecurityRequirement[] | undefined,
): KeyChoice | undefined {
  const requirements = keyRequirements(document, ofOperation)
  const alternatives = requirements.map((requirement) =>
    schemesOf(document, requirement).map(([scheme, source]) => {
      const place = placeOf(source)
      return { scheme, place: place && `${place.in} ${place.name}` }
    }),
  )
  if (alternatives.length === 0) return undefined
  return { alternatives, isUnsaid: (ofOperation ?? document.security) === undefined }
}

/**
 * The alternatives that are looked at where one has a key; else none. A cookie beside a token is none: the browser sends it. Where the
 * document has schemes and never says which count, each is one.
 */
function keyRequirements(
  document: SourceDocument,
  ofOperation: readonly SourceSecurityRequirement[] | undefined,
): readonly SourceSecurityRequirement[] {
  const names = Object.keys(document.components?.securitySchemes ?? {})
  const unsaid = names.map((name) => ({ [name]: [] }))
  const requirements = alternativesOf(document, ofOperation ?? document.security ?? unsaid) ?? []
  const all = requirements.filter((requirement) => Object.keys(requirement).length > 0)
  const isTokenAlone = (requirement: SourceSecurityRequirement) =>
    schemesOf(document, requirement).every(([, scheme]) => isToken(scheme))
  const hasToken = all.some(isTokenAlone)
  const isKnown = (requirement: SourceSecurityRequirement) =>
    !hasToken ||
    schemesOf(document, requirement).every(
      ([, { type, in: place }]) => !(type === 'apiKey' && place === 'cookie'),
    )
  const looked = all.filter(isKnown)
  const hasKey = (requirement: SourceSecurityRequirement) =>
    schemesOf(document, requirement).some(([, scheme]) => placeOf(scheme) !== undefined)
  return looked.some(hasKey) ? looked : []
}

/** @throws DocumentError where two credentials that are needed together would be in one header. */
export function refuseSharedHeader(
  document: SourceDocument,
  pointer: string,
  ofOperation: readonly SourceSecurityRequirement[] | undefined,
): void {
  const alternatives = alternativesOf(document, ofOperation) ?? []
  const shared = alternatives.map((requirement) =>
    schemesOf(document, requirement).filter(([, { type }]) => type !== 'apiKey'),
  )
  if (shared.length === 0 || shared.some((schemes) => schemes.length < 2)) return
  throw new DocumentError(
    pointer,
    `it needs ${shared[0]?.map(([name]) => name).join(' and ')} together, and both are in the header Authorization. Expected alternatives, a list item each.`,
  )
}

/** A document in which the keys that operations take are parameters of these, so that each call may have its own. */
export function withKeysAsParameters(document: ResolvedDocument): ResolvedDocument {
  const paths = Object.entries(document.paths).map(([path, item]) => [path, withKeys(document, item)])
  return { ...document, paths: Object.fromEntries(paths) }
}

function withKeys(document: SourceDocument, item: SourcePathItem): SourcePathItem {
  const operations = httpMethods.flatMap((method) => {
    const operation = item[method]
    const keys = operation ? keysOf(document, operation.security) : []
    return keys.length === 0
      ? []
      : [[method, { ...operation, parameters: [...(operation?.parameters ?? []), ...keys] }]]
  })
  return { ...item, ...Object.fromEntries(operations) }
}

function keysOf(
  document: SourceDocument,
  ofOperation: readonly SourceSecurityRequirement[] | undefined,
): SourceParameter[] {
  const requirements = keyRequirements(document, ofOperation)
  const schemes = requirements.flatMap((requirement) => schemesOf(document, requirement))
  const keys = schemes.flatMap(([, scheme]) => {
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

/** The schemes of a requirement that the document has, by their names. */
function schemesOf(
  document: SourceDocument,
  requirement: SourceSecurityRequirement,
): readonly (readonly [name: string, scheme: SourceSecurityScheme])[] {
  return Object.keys(requirement).flatMap((name) => {
    const scheme = document.components?.securitySchemes?.[name]
    return scheme ? [[name, resolve<SourceSecurityScheme>(document, scheme).value] as const] : []
  })
}
