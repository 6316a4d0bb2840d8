import { explain } from '../message.ts'
import { recordOf } from '../reading.ts'
import type { Rule } from '../redocly.ts'

/** From what names an operation, over who may call it, to what goes in and out. */
const order = [
  'operationId',
  'summary',
  'description',
  'tags',
  'x-internal',
  'x-role',
  'x-idempotent',
  'x-pagination',
  'security',
  'parameters',
  'requestBody',
  'responses',
]

/** The keys of every operation come in one order, and there are no others. */
export const operationKeyOrder: Rule = () => ({
  Operation(operation, { location, report }) {
    const keys = Object.keys(recordOf(operation))
    const expected = order.filter((key) => keys.includes(key))
    const misplaced = keys.find((key, index) => key !== expected[index])
    if (misplaced === undefined) return
    report({
      message: explain({
        wrong: order.includes(misplaced)
          ? `The key ${misplaced} is out of order`
          : `${misplaced} is no key of an operation here`,
        expected: `these keys in this order: ${order.join(', ')}`,
        right: expected.join(', '),
        found: keys.join(', '),
      }),
      location: location.child(misplaced),
    })
  },
})
