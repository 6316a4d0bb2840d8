import type { Asked, Change } from '../independent/change.ts'
import type { OperationId } from '../independent/operations.ts'
import type { Reply } from '../independent/reply.ts'
import type { ExpectedFinding, Severity } from '../zoo-server.ts'

/** One way in which an implementation differs from the contract. */
export interface Difference extends Change {
  /** Unique, in kebab case. */
  readonly name: string
  /** What the server does, in one sentence. */
  readonly summary: string
  readonly severity: Severity
  /** What a run has to report, once. */
  readonly finding: ExpectedFinding
}

/** Changes the responses of one operation that have a certain status. */
export function onReply(
  operation: OperationId,
  status: number,
  change: (reply: Reply) => Reply,
): NonNullable<Change['after']> {
  return (reply: Reply, asked: Asked) =>
    asked.operation === operation && reply.status === status ? change(reply) : reply
}

/** The same response with some headers changed; undefined removes one. */
export function withHeaders(reply: Reply, changed: Readonly<Record<string, string | undefined>>): Reply {
  const headers: Record<string, string> = {}
  for (const [name, value] of Object.entries({ ...reply.headers, ...changed })) {
    if (value !== undefined) headers[name] = value
  }
  return { ...reply, headers }
}
