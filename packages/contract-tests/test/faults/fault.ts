import { type OperationId, operations } from '../../src/generated/operations.ts'
import type { Fetch, Rule } from '../../src/index.ts'

/** Something that a server does wrong, planted between the suite and a correct server. */
export interface Fault {
  /** What the server does: `answers 200 instead of 201`. */
  readonly what: string
  /** The operation that does it. */
  readonly operation: OperationId
  /** The rule under which the suite has to notice. */
  readonly rule: Rule
  readonly serve: Serve
  /** The operation under which it shows, where that is another one. */
  readonly seenIn?: OperationId
}

/** Answers a request to the faulty operation; `send` reaches the correct server. */
export type Serve = (request: Request, send: Fetch) => Promise<Response>

/** A server with one fault. */
export function plant({ operation, serve }: Pick<Fault, 'operation' | 'serve'>, send: Fetch): Fetch {
  const { path } = operations[operation]
  const pattern = new RegExp(`/api${path.replaceAll(/\{[^}]+\}/g, '[^/]+')}$`)
  return (request) => (pattern.test(new URL(request.url).pathname) ? serve(request, send) : send(request))
}
