import { camelCase } from '../casing.ts'
import { explain } from '../message.ts'
import { memberOf } from '../reading.ts'
import type { Rule } from '../redocly.ts'

/** An `operationId` is the name of a function, of a type and of files: it is in camelCase. */
export const operationId: Rule = () => ({
  Operation(operation, { location, report }) {
    const id = memberOf(operation, 'operationId')
    if (typeof id !== 'string' || /^[a-z][A-Za-z0-9]*$/.test(id)) return
    report({
      message: explain({
        wrong: 'This operationId cannot be one name in every place',
        expected: 'camelCase: letters and digits, a small letter first',
        right: `operationId: ${camelCase(id).replace(/^\d+/, '') || 'createToken'}`,
        found: id,
      }),
      location: location.child('operationId'),
    })
  },
})
