import { explain, oneOf, quote } from '../message.ts'
import { nearest } from '../nearest.ts'
import { type OperationFacts, operationsOf } from '../operations.ts'
import type { Rule } from '../redocly.ts'
import { fittingRoles, type Roles, rolesIn } from '../roles.ts'

const messageFor = (operation: OperationFacts, { workspace, instance }: Roles): string | undefined => {
  const { name, role } = operation
  const fitting = fittingRoles(operation, { workspace, instance })
  const known = ['anonymous', ...instance, ...workspace]
  const isKnown = known.includes(String(role))
  // An operation that lacks its role or its security lacks that, which operation-keys reports.
  if (role === undefined || (isKnown && operation.needsCredentials === undefined)) return undefined
  if (isKnown && fitting.roles.includes(String(role))) return undefined
  const meant = isKnown ? undefined : nearest(String(role), known)
  const right = meant !== undefined && fitting.roles.includes(meant) ? meant : fitting.roles[0]
  return explain({
    wrong: isKnown ? `The role of ${name} does not fit` : 'This is no role',
    meant,
    expected: `${oneOf(fitting.roles)}, since ${fitting.because}`,
    right: `x-role: ${right}`,
    found: quote(role),
  })
}

/**
 * The role of an operation is one that there is, and agrees with its path and its security: a workspace role needs a
 * workspace in the path. The options `workspace` and `instance` list the roles.
 */
export const operationRole: Rule = (options) => ({
  PathItem(pathItem, context) {
    for (const operation of operationsOf(pathItem, context)) {
      const message = messageFor(operation, rolesIn(options))
      if (message !== undefined) context.report({ message, location: operation.location.child('x-role') })
    }
  },
})
