import { explain, quote } from '../message.ts'
import { memberOf, recordOf } from '../reading.ts'
import type { Rule } from '../redocly.ts'

/** The word that an error begins with, per status. 401 is the exception: it says nothing more. */
const kinds: Record<string, string> = {
  '400': 'Bad request',
  '403': 'Forbidden',
  '404': 'Not found',
  '413': 'Payload too large',
  '415': 'Unsupported media type',
  '422': 'Unprocessable',
  '429': 'Too many requests',
}

const expectation = (status: string): { pattern: RegExp; expected: string; right: string } | undefined => {
  if (status === '401')
    return { pattern: /^Unauthorized$/, expected: 'exactly this word', right: 'Unauthorized' }
  const kind = kinds[status]
  if (kind === undefined) return undefined
  const expected = `one line, \`${kind}: \` and what is wrong`
  return { pattern: new RegExp(`^${kind}: [^\\r\\n]+$`), expected, right: `${kind}: what is wrong` }
}

/** The examples of an error are texts of the kind that belongs to the status. */
export const errorText: Rule = () => ({
  Response(response, { key, location, report, resolve }) {
    const expectedText = expectation(String(key))
    if (!expectedText) return
    const { pattern, expected, right } = expectedText
    const path = ['content', 'text/plain', 'examples']
    for (const [name, reference] of Object.entries(recordOf(memberOf(response, ...path)))) {
      const value = memberOf(resolve(reference).node, 'value')
      if (typeof value === 'string' && pattern.test(value)) continue
      const wrong = `The example ${name} is no text of a ${key}`
      report({
        message: explain({ wrong, expected, right, found: quote(value) }),
        location: location.child([...path, name]),
      })
    }
  },
})
