import type { Schema } from '../../model/index.ts'

/** `**Draft.** …`, or nothing where it is published. */
export function draftNote(isDraft: boolean): string {
  return isDraft ? '**Draft.** It is in no release yet, and may change.' : ''
}

/** Whether a member is a draft, by the mark beside its reference or in itself. */
export function isDraftMember(schema: Schema): boolean {
  return schema['x-draft'] === true
}

/** After the summary of an operation in a table or a list. */
export function draftMark(isDraft: boolean): string {
  return isDraft ? ' (draft)' : ''
}
