import type { DocumentModel, Operation, SecurityScheme } from '../../model/index.ts'
import { code, either } from './markdown.ts'

/** The schemes that a sample uses: those of the first alternative that needs any. */
export function credentialsOf(model: DocumentModel, operation: Operation): SecurityScheme[] {
  const names = operation.security.find((requirement) => requirement.length > 0) ?? []
  return model.securitySchemes.filter(({ name }) => names.includes(name))
}

/** Where a sample puts what proves who calls. */
export interface PlacedCredential {
  readonly in: 'header' | 'cookie' | 'query'
  readonly name: string
  /** What is sent, of a token as it is and of the same in Base64, as HTTP Basic has it. */
  readonly written: (token: { readonly plain: string; readonly base64: string }) => string
}

/** Schemes that a sample cannot show, such as client certificates, are left out. */
export function placedCredentials(schemes: readonly SecurityScheme[]): PlacedCredential[] {
  return schemes.flatMap((scheme) => placed(scheme) ?? [])
}

function placed(scheme: SecurityScheme): PlacedCredential | undefined {
  const header = { in: 'header', name: 'Authorization' } as const
  if (scheme.kind === 'bearer') return { ...header, written: ({ plain }) => `Bearer ${plain}` }
  if (scheme.kind === 'basic') return { ...header, written: ({ base64 }) => `Basic ${base64}` }
  if (scheme.kind !== 'apiKey') return undefined
  const place = scheme.in === 'cookie' || scheme.in === 'query' ? scheme.in : 'header'
  return { in: place, name: scheme.parameter, written: ({ plain }) => plain }
}

/** `bearerAuth or cookieAuth`; `none` where no credentials are looked at. */
export function credentialNames({ security }: Operation): string {
  if (security.length === 0) return 'none'
  return either(security.map((schemes) => (schemes.length === 0 ? 'none' : either(schemes, 'and'))))
}

/** How a caller sends what the scheme asks for. */
export function describeScheme(scheme: SecurityScheme): string {
  switch (scheme.kind) {
    case 'bearer':
      return `header ${code('Authorization: Bearer …')}`
    case 'basic':
      return `header ${code('Authorization: Basic …')}`
    case 'apiKey':
      return `${scheme.in} ${code(scheme.parameter)}`
    case 'other':
      return scheme.type === 'mutualTLS' ? 'a client certificate (mutual TLS)' : scheme.type
  }
}
