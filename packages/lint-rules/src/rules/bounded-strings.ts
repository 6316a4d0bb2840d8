import path from 'node:path'
import { explain, quote } from '../message.ts'
import { listOf, memberOf, recordOf, textsOf } from '../reading.ts'
import type { Context, Resolved, Rule } from '../redocly.ts'

const bounds = ['maxLength', 'format', 'pattern', 'enum', 'const']

const isUnboundedText = (schema: unknown): boolean => {
  const types = [memberOf(schema, 'type'), ...listOf(memberOf(schema, 'type'))]
  return types.includes('string') && bounds.every((bound) => memberOf(schema, bound) === undefined)
}

/** `Login.password` for a member of `components/schemas/Login.yaml`. */
const memberName = ({ location }: Resolved, member: string): string =>
  `${path.basename(location?.source.absoluteRef ?? '', '.yaml')}.${member}`

const unboundedMembers = (schema: Resolved, context: Context): string[] =>
  Object.entries(recordOf(memberOf(schema.node, 'properties'))).flatMap(([name, reference]) => {
    const member = context.resolve(reference, schema.location?.source.absoluteRef)
    if (isUnboundedText(member.node)) return [memberName(schema, name)]
    return memberOf(member.node, 'type') === 'object' ? unboundedMembers(member, context) : []
  })

/**
 * Each text in a request body has a limit. The option `unbounded` lists the members that take any text, as
 * `Schema.member`.
 */
export const boundedStrings: Rule = (options) => ({
  RequestBody(body, context) {
    const allowed = textsOf(options['unbounded'])
    for (const [mediaType, media] of Object.entries(recordOf(memberOf(body, 'content')))) {
      const schema = context.resolve(memberOf(media, 'schema'))
      for (const name of unboundedMembers(schema, context).filter((member) => !allowed.includes(member))) {
        context.report({
          message: explain({
            wrong: `${name} takes a text of any length`,
            expected: `one of ${bounds.join(', ')}, or its name in the option \`unbounded\``,
            right: 'maxLength: 50',
            found: quote(undefined),
          }),
          location: context.location.child(['content', mediaType, 'schema']),
        })
      }
    }
  },
})
