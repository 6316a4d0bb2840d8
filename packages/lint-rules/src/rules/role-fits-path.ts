import { explain, oneOf, quote } from '../message.ts'
import { operationsOf } from '../operations.ts'
import type { Rule } from '../redocly.ts'
import { fittingRoles, rolesIn } from '../roles.ts'

/**
 * The role of an operation agrees with its path and its security: a workspace role needs a workspace in the path. The
 * options `workspace` and `instance` list the roles. Of any other role this rule says nothing.
 */
export const roleFitsPath: Rule = (options) => ({
  PathItem(pathItem, context) {
    const roles = rolesIn(options)
    const known = ['anonymous', ...roles.workspace, ...roles.instance]
    for (const operation of operationsOf(pathItem, context)) {
      // An operation that states no security lacks that, not another role.
      if (operation.needsCredentials === undefined) continue
      const fitting = fittingRoles(operation, roles)
      const role = String(operation.role)
      if (!known.includes(role) || fitting.roles.includes(role)) continue
      context.report({
        message: explain({
          wrong: `The role of ${operation.name} does not fit`,
          expected: `${oneOf(fitting.roles)}, since ${fitting.because}`,
          right: `x-role: ${fitting.roles[0]}`,
          found: quote(operation.role),
        }),
        location: operation.location.child('x-role'),
      })
    }
  },
})
