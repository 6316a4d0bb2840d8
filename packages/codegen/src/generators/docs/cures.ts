import type { Example, Operation, Response } from '../../model/index.ts'
import { code, either } from './markdown.ts'

/** What to do about a failure: as the document says, else what follows from its status. Nothing where neither tells. */
export function cureOf(operation: Operation, response: Response): string | undefined {
  return response.cure ?? derivedCures[response.status]?.(operation, response)
}

/** What to do about the failure that an example shows. */
export function cureOfExample(
  operation: Operation,
  response: Response,
  example: Example,
): string | undefined {
  return example.cure ?? cureOf(operation, response)
}

/** Whether every example of a failure tells what to do, so that the response has nothing to add. */
export function hasOwnCures({ content }: Response): boolean {
  const examples = content.flatMap((media) => media.examples)
  return examples.length > 0 && examples.every(({ cure }) => cure !== undefined)
}

type Derive = (operation: Operation, response: Response) => string | undefined

const retryLater: Derive = ({ idempotent }) =>
  idempotent
    ? 'Retry later.'
    : 'Retry later. The first call may have had an effect: check that before you repeat it.'

const derivedCures: Readonly<Record<string, Derive>> = {
  401: ({ security }) =>
    security.length === 0
      ? undefined
      : `Send valid credentials: ${either(security.map((schemes) => either(schemes, 'and')))}.`,
  413: () => 'Send a smaller body.',
  415: ({ requestBody }) =>
    requestBody &&
    `Send the body as ${either(requestBody.content.map(({ name }) => code(name)))}, and name that in the ${code('Content-Type')} header.`,
  422: () =>
    'Correct the value that the message names. The type and the limits of each are in the tables of the operation.',
  429: (_operation, { headers }) =>
    headers.some(({ name }) => name.toLowerCase() === 'retry-after')
      ? `Wait for the time in the ${code('Retry-After')} header, then retry.`
      : 'Wait, then retry.',
  500: retryLater,
  502: retryLater,
  503: retryLater,
  504: retryLater,
}
