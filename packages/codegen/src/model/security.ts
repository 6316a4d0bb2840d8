import { resolve } from './reference.ts'
import type { SourceDocument, SourceSecurityRequirement, SourceSecurityScheme } from './source.ts'

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
