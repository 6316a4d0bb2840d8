import type { DocumentModel } from '../../model/index.ts'
import { generatedBy } from '../../text/header.ts'
import { memberName } from '../../text/literal.ts'
import { tsdoc } from '../../text/tsdoc.ts'

/** The type of the keys that a client may have, by the names of the schemes that its operations take. */
export function keysFile({ operations, securitySchemes }: DocumentModel): string {
  const taken = new Set(
    operations.flatMap(({ keys }) =>
      (keys?.alternatives ?? []).flat().flatMap(({ scheme, place }) => (place === undefined ? [] : [scheme])),
    ),
  )
  const members = securitySchemes
    .filter(({ name }) => taken.has(name))
    .map(({ name, description, kind }) => {
      const type =
        kind === 'basic'
          ? '{ readonly username: string; readonly password: string }'
          : 'string | (() => string)'
      return `${tsdoc([description], '  ')}  readonly ${memberName(name)}?: ${type} | undefined\n`
    })
  const comment = tsdoc(['API keys and credentials of HTTP Basic, by the names of their schemes.'])
  const type = members.length === 0 ? '{ readonly [scheme: string]: never }\n' : `{\n${members.join('')}}\n`
  return `${generatedBy('client')}\n${comment}export type Keys = ${type}`
}
