import { explain, quote } from '../message.ts'
import { memberOf, textsOf } from '../reading.ts'
import type { Context, Rule } from '../redocly.ts'

const longest = 60

const cut = (text: string): string =>
  text.length <= longest ? text : text.slice(0, longest + 1).replace(/\s+\S*$/, '')

const capitalized = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** A heading without its full stop, from a capital on, no longer than it may be. */
const headingFrom = (text: string): string => capitalized(cut(text.trim().replace(/[.\s]+$/, '')))

/** The same in sentence case: words of letters, in lower case but for names. */
const sentenceFrom = (text: string, names: readonly string[]): string => {
  const words = text.split(/[^A-Za-z()]+/).filter((word) => word !== '')
  const plain = words.map((word) =>
    names.includes(word.replaceAll(/[()]/g, '')) ? word : word.toLowerCase(),
  )
  return headingFrom(plain.join(' '))
}

/**
 * A summary is a heading: it begins with a capital, has at most 60 characters and no full stop. That of an operation is
 * in sentence case, in words of letters; the option `names` lists words that keep their capitals. A missing one is reported
 * elsewhere.
 */
export const headings: Rule = (options) => {
  const names = textsOf(options['names'])
  const check =
    (what: string, expected: string, rightFrom: (text: string) => string) =>
    (node: unknown, { location, report }: Context) => {
      const summary = memberOf(node, 'summary')
      if (typeof summary !== 'string' || rightFrom(summary) === summary) return
      const wrong = `The summary of this ${what} is no heading`
      const right = `summary: ${rightFrom(summary) || 'Create token'}`
      report({
        message: explain({ wrong, expected, right, found: quote(summary) }),
        location: location.child('summary'),
      })
    }
  const form = `a capital first, at most ${longest} characters, no full stop`
  return {
    Operation: check('operation', `sentence case, ${form}`, (text) => sentenceFrom(text, names)),
    Example: check('example', form, headingFrom),
  }
}
