import { readFile } from 'node:fs/promises'

/** The facts of an operation that its page begins with and the navigation is made of. */
export interface OperationFacts {
  readonly id: string
  readonly summary: string
  readonly method: string
  readonly path: string
  readonly tags: readonly string[]
  readonly role?: string
  readonly credentials: string
  readonly idempotent: boolean
  /** The first release that has it, such as `0.2.0`. Pages know it; the generator does not. */
  readonly since?: string
  readonly deprecation?: Deprecation
}

/** Why callers should no longer use an operation. */
export interface Deprecation {
  readonly reason: string
  /** The `operationId` to use instead. */
  readonly replacement?: string
  /** Since which day, such as `2026-11-01`. */
  readonly since?: string
  /** The day from which it may stop working. */
  readonly sunset?: string
}

const file = new URL('../generated/operations.json', import.meta.url)

/** Reads what the generator wrote of the document's operations, in the document's order. */
export async function readOperations(): Promise<readonly OperationFacts[]> {
  const text = await readFile(file, 'utf8').catch((cause: unknown) => {
    throw new Error('the pages of the reference are not generated yet. Run first: pnpm turbo run generate', {
      cause,
    })
  })
  return JSON.parse(text)
}
