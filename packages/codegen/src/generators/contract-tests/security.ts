import { needsCredentials, type Operation } from '../../model/index.ts'
import { memberName } from '../../text/literal.ts'

/** The schemes that prove alone who is calling, in the order of the document. */
export function schemesAlone({ credentials }: Operation): readonly string[] {
  return credentials.flatMap(([scheme, ...others]) =>
    scheme !== undefined && others.length === 0 ? [scheme] : [],
  )
}

/** The expression for the scheme that a call uses unless a check says otherwise. */
export function defaultScheme(operation: Operation): string {
  const [first] = needsCredentials(operation) ? schemesAlone(operation) : []
  return first === undefined ? 'undefined' : schemeExpression(first)
}

export function schemeExpression(scheme: string): string {
  const member = memberName(scheme)
  return member === scheme ? `securitySchemes.${scheme}` : `securitySchemes[${member}]`
}
