import type { OperationFacts } from './facts.ts'

/** The media types of a status that the document names by its range (`4XX`) or by `default`, which stands for failures only. */
export function byRange(
  responses: OperationFacts['responses'],
  { status, ok }: Response,
): string | undefined {
  return responses[`${`${status}`[0]}XX`] ?? (ok ? undefined : responses['default'])
}
