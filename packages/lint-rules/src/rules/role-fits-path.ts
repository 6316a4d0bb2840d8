import { explain, quote } from '../message.ts'
import { type OperationFacts, operationsOf } from '../operations.ts'
import type { Rule } from '../redocly.ts'

const workspaceRoles = ['member', 'workspace-admin']
const instanceRoles = ['anonymous', 'user', 'super-admin']

const expectedRoles = ({ path, needsCredentials }: OperationFacts): { roles: string[]; because: string } => {
  if (!needsCredentials) return { roles: ['anonymous'], because: 'it needs no credentials' }
  if (path.startsWith('/w/{workspace}/'))
    return { roles: workspaceRoles, because: 'its path names a workspace' }
  const roles = instanceRoles.filter((role) => role !== 'anonymous')
  return { roles, because: 'it needs credentials and its path names no workspace' }
}

/** The role of an operation agrees with its path and its security: a workspace role needs a workspace in the path. */
export const roleFitsPath: Rule = () => ({
  PathItem(pathItem, context) {
    for (const operation of operationsOf(pathItem, context)) {
      const { roles, because } = expectedRoles(operation)
      if (operation.role === undefined || roles.includes(String(operation.role))) continue
      context.report({
        message: explain({
          wrong: `The role of ${operation.name} does not fit`,
          expected: `${roles.join(' or ')}, since ${because}`,
          right: `x-role: ${roles[0]}`,
          found: quote(operation.role),
        }),
        location: operation.location.child('x-role'),
      })
    }
  },
})
