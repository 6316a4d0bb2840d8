import type { DocumentModel, Operation, SecurityScheme } from '../../model/index.ts'
import { code, either } from './markdown.ts'

/** The schemes that a sample uses: those of the first alternative that needs any. */
export function credentialsOf(model: DocumentModel, operation: Operation): SecurityScheme[] {
  const names = operation.security.find((requirement) => requirement.length > 0) ?? []
  return model.securitySchemes.filter(({ name }) => names.includes(name))
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
