import { type DocumentModel, needsCredentials, type Operation } from '../../model/index.ts'
import { clientPackage } from './client-package.ts'
import { blocks, codeBlock } from './markdown.ts'

const { tokenVariable } = clientPackage

/** The line that becomes what a reader does before the samples run; nothing where anybody may call. */
export function setUpLine(operation: Operation): string {
  return needsCredentials(operation) ? `<!-- part: ${setUpName(operation.role)} -->` : ''
}

/**
 * One part per role. A part of the same name, written by hand, says how to get the token on a server whose accounts are
 * known.
 */
export function setUpParts({ operations }: DocumentModel): Map<string, string> {
  const roles = new Set(operations.filter(needsCredentials).map(({ role }) => role))
  return new Map([...roles].map((role) => [setUpName(role), setUpPart(role)]))
}

function setUpPart(role: string | undefined): string {
  return `${blocks(
    `The samples read the token of ${caller(role)} from \`${tokenVariable}\`.`,
    codeBlock('sh', `export ${tokenVariable}=…`),
  )}\n`
}

function setUpName(role: string | undefined): string {
  return role === undefined ? 'set-up.md' : `set-up-${role}.md`
}

/** Who has a role, in words: `a workspace admin`. */
export function caller(role: string | undefined): string {
  if (role === undefined) return 'the caller'
  return `${/^[aeio]/.test(role) ? 'an' : 'a'} ${role.replaceAll('-', ' ')}`
}
