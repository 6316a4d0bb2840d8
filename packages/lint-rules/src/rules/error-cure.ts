import { explain } from '../message.ts'
import { memberOf, recordOf, textsOf } from '../reading.ts'
import type { Context, Rule } from '../redocly.ts'

/** The names of the examples of a response that have no cure of their own. */
const examplesWithout = (response: unknown, resolve: Context['resolve']): string[] => {
  const media = Object.values(recordOf(memberOf(response, 'content')))
  const examples = media.flatMap((content) => Object.entries(recordOf(memberOf(content, 'examples'))))
  return examples.filter(([, example]) => !hasCure(resolve(example).node)).map(([name]) => name)
}

const hasCure = (node: unknown): boolean => typeof memberOf(node, 'x-cure') === 'string'

const hasExamples = (response: unknown): boolean =>
  Object.values(recordOf(memberOf(response, 'content'))).some(
    (content) => Object.keys(recordOf(memberOf(content, 'examples'))).length > 0,
  )

/**
 * Every failure tells the reader what to do. The option `derived` lists the statuses for which the docs write the cure themselves. The
 * others have `x-cure`, either the response or each of its examples.
 */
export const errorCure: Rule = (options) => {
  const derived = textsOf(options['derived'] ?? ['401', '413', '415', '422', '429', '500', '503'])
  return {
    Response(response, { key, location, report, resolve }) {
      const status = String(key)
      if (!/^(?:[45]|default)/.test(status) || derived.includes(status) || hasCure(response)) return
      const without = examplesWithout(response, resolve)
      if (hasExamples(response) && without.length === 0) return
      report({
        message: explain({
          wrong: `The response ${status} does not tell what to do about it`,
          expected: '`x-cure` in the response, or in each of its examples',
          right: "x-cure: Ask an admin of the workspace, or use a super admin's token.",
          found: without.length === 0 ? 'nothing' : `none in ${without.join(', ')}`,
        }),
        location,
      })
    },
  }
}
