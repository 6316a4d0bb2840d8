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
  readonly deprecated: boolean
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
