import type { OperationId } from '../generated/operations.ts'

/** Documented statuses that no check brings about, each with the reason, as a full sentence. */
export const unexercised: {
  readonly [Id in OperationId]?: Readonly<Record<string, string>>
} = {
  loginWithOauth: {
    200: 'A login at a provider other than the one of a sandbox needs a person.',
  },
}
