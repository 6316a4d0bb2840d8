import { explain, quote } from '../message.ts'
import { nearest } from '../nearest.ts'
import { listOf, memberOf, recordOf, textsOf } from '../reading.ts'
import type { Context, Rule } from '../redocly.ts'

/** A declaration with the names that the query has. */
const rightFor = (names: readonly string[], pagination: unknown): string => {
  const { by, parameter } = recordOf(pagination)
  const kind = ['offset', 'cursor'].find((known) => known === by) ?? 'page'
  const name =
    nearest(String(parameter ?? kind), names) ??
    names.find((each) => each !== 'per_page') ??
    names[0] ??
    'page'
  const size = names.includes('per_page') && name !== 'per_page' ? ', size: per_page' : ''
  const more = { page: ', from: 1', cursor: ', next: /next', offset: '' }[kind] ?? ''
  return `x-pagination: { by: ${kind}, parameter: ${name}${size}${more} }`
}

/** The names of the parameters of the query. */
const queryNames = (operation: unknown, { resolve }: Context): string[] | undefined => {
  const parameters = listOf(memberOf(operation, 'parameters')).map((parameter) => resolve(parameter).node)
  // A dead reference is reported by Redocly itself, and may be the parameter that is looked for.
  if (parameters.includes(undefined)) return undefined
  return textsOf(
    parameters.filter((each) => memberOf(each, 'in') === 'query').map((each) => memberOf(each, 'name')),
  )
}

/** What is wrong with a declaration, and what would do; nothing where it is right. */
const problemOf = (pagination: unknown, names: readonly string[]) => {
  const { by, parameter, size, from, next } = recordOf(pagination)
  const isQuery = (name: unknown) => names.some((known) => known === name)
  const among = `one of the query: ${names.join(', ')}`
  if (!['page', 'offset', 'cursor'].some((known) => known === by))
    return { member: 'by', expected: 'page, offset or cursor', found: by }
  if (!isQuery(parameter)) return { member: 'parameter', expected: among, found: parameter }
  if (size !== undefined && !isQuery(size)) return { member: 'size', expected: among, found: size }
  if (from !== undefined && from !== 0 && !(from === 1 && by === 'page'))
    return { member: 'from', expected: '0 or, by page, 1', found: from }
  if ((by === 'cursor') !== (typeof next === 'string'))
    return {
      member: 'next',
      expected: 'a JSON pointer to the next cursor by cursor, else nothing',
      found: next,
    }
  return undefined
}

/**
 * An operation that answers a page at a time says how, so that nobody guesses it from names. `page` and `per_page` would be read as pages from 1
 * without a word: in this document they say so, too.
 */
export const paginationDeclared: Rule = () => ({
  Operation(operation, context) {
    const { location, report } = context
    const names = queryNames(operation, context)
    if (!names) return
    const pagination = memberOf(operation, 'x-pagination')
    const isUsual = names.includes('page') && names.includes('per_page')
    if (pagination === undefined && !isUsual) return
    const problem =
      pagination === undefined
        ? {
            member: undefined,
            expected: 'a declaration, since `page` and `per_page` are in the query',
            found: undefined,
          }
        : problemOf(pagination, names)
    if (!problem) return
    const { member, expected, found } = problem
    report({
      message: explain({
        wrong:
          member === undefined
            ? 'How pages are numbered is not said'
            : `${member} of x-pagination does not fit`,
        expected,
        right: rightFor(names, pagination),
        found: quote(found),
      }),
      location: pagination === undefined ? location : location.child('x-pagination'),
    })
  },
})
