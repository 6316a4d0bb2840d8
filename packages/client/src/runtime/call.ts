import { readAnswer } from './answer.ts'
import { type Client, connection } from './client.ts'
import type { OperationFacts } from './facts.ts'
import { type Members, requestOf } from './request.ts'
import { attemptOf } from './send.ts'

/** What one call may set. */
export interface CallOptions {
  /**
   * Ends the call when it fires. The call then rejects with an `AbortedError`. Default: none, the call waits as long as `fetch` does.
   *
   * @example
   * AbortSignal.timeout(5_000)
   */
  readonly signal?: AbortSignal | undefined
  /**
   * Further request headers, to trace a call for instance. In `bearer` mode `Authorization` is always the token's.
   *
   * @example
   * { 'X-Request-Id': 'd3adb33f' }
   */
  readonly headers?: Readonly<Record<string, string>> | undefined
}

/** Calls an operation: one request, and its answer read as the document says. */
export async function call(
  client: Client,
  facts: OperationFacts,
  input: Members = {},
  options: CallOptions = {},
): Promise<unknown> {
  const request = requestOf(client[connection], facts, input, options)
  const response = await client[connection].send(request, facts)
  return readAnswer(facts, request, attemptOf(request, facts.id), response)
}
