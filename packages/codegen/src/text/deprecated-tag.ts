import { type Deprecation, deprecationText } from '../model/index.ts'

/** The paragraph of a comment that editors strike a name through for; empty where it is not deprecated. */
export function deprecatedTag(deprecation: Deprecation | undefined): string {
  return deprecation ? `@deprecated ${deprecationText(deprecation)}` : ''
}
