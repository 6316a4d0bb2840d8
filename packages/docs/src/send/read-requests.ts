import type { PageRequest } from './page-request.ts'

// What renders pages runs from another place, so the file becomes part of it.
const files = import.meta.glob<readonly PageRequest[]>('../generated/requests.json', {
  eager: true,
  import: 'default',
})

/** The call that the page of an operation lets a reader send; undefined where a form could not send it right. */
export function readRequest(operationId: string): PageRequest | undefined {
  return Object.values(files)
    .flat()
    .find(({ id }) => id === operationId)
}
