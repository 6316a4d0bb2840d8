import { readAnswer } from './answer.ts'
import type { CallOptions } from './call-options.ts'
import { type Client, connection } from './client.ts'
import type { OperationFacts } from './facts.ts'
import { type Members, requestOf } from './request.ts'
import { attemptOf } from './send.ts'

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
