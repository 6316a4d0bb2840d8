import { stringify } from 'yaml'
import { explain, quote } from '../message.ts'
import { memberOf, recordOf } from '../reading.ts'
import type { Rule, Visit } from '../redocly.ts'
import { sampleOf } from '../schemas.ts'

const check =
  (what: string): Visit =>
  (node, { location, report, resolve }) => {
    if (memberOf(node, 'example') !== undefined || memberOf(node, 'examples') !== undefined) return
    const named = memberOf(node, 'name')
    report({
      message: explain({
        wrong: `The ${typeof named === 'string' ? `${what} ${named}` : what} shows no value`,
        expected: '`example`, or named `examples`',
        right: stringify({ example: sampleOf(memberOf(node, 'schema'), resolve) }).trim(),
        found: quote(Object.keys(recordOf(node))),
      }),
      location,
    })
  }

/** Each parameter and each header shows a value. */
export const shownValues: Rule = () => ({ Parameter: check('parameter'), Header: check('header') })
