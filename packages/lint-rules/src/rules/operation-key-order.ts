import { explain } from '../message.ts'
import { keyOrder } from '../operations.ts'
import { recordOf } from '../reading.ts'
import type { Rule } from '../redocly.ts'

/** The keys of every operation come in one order. Extensions of others may stand anywhere between them. */
export const operationKeyOrder: Rule = () => ({
  Operation(operation, { location, report }) {
    const keys = Object.keys(recordOf(operation)).filter((key) => keyOrder.includes(key))
    const expected = keyOrder.filter((key) => keys.includes(key))
    const misplaced = keys.find((key, index) => key !== expected[index])
    if (misplaced === undefined) return
    report({
      message: explain({
        wrong: `The key ${misplaced} is out of order`,
        expected: `these keys in this order: ${keyOrder.join(', ')}`,
        right: expected.join(', '),
        found: keys.join(', '),
      }),
      location: location.child(misplaced).key(),
    })
  },
})
