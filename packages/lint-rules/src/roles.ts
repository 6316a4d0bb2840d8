import type { OperationFacts } from './operations.ts'
import { textsOf } from './reading.ts'

/** The roles that the document has, by where they apply. */
export interface Roles {
  /** Of operations whose path names a workspace. */
  workspace: string[]
  /** Of all others that need credentials. */
  instance: string[]
}

/** The roles as the options of a rule name them, else those of this document. */
export const rolesIn = (options: Record<string, unknown>): Roles => ({
  workspace: textsOf(options['workspace'] ?? ['member', 'workspace-admin']),
  instance: textsOf(options['instance'] ?? ['user', 'super-admin']),
})

/** The roles that fit the path and the security of an operation, with the reason. */
export const fittingRoles = (
  { path, needsCredentials }: Pick<OperationFacts, 'path' | 'needsCredentials'>,
  { workspace, instance }: Roles,
): { roles: string[]; because: string } => {
  if (needsCredentials === false) return { roles: ['anonymous'], because: 'it needs no credentials' }
  if (path.startsWith('/w/{workspace}/')) return { roles: workspace, because: 'its path names a workspace' }
  return { roles: instance, because: 'it needs credentials and its path names no workspace' }
}
