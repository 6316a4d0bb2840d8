import { everyOperation, findRoute, operations, publishedOperations } from '../independent/operations.ts'
import { text } from '../independent/reply.ts'
import { type Difference, withHeaders } from './difference.ts'

const reads = everyOperation.filter((id) => operations[id][0] === 'GET' && publishedOperations.includes(id))

/** What a path says to another method, and to a path that is almost its own. */
export const edges: readonly Difference[] = [
  {
    name: 'no-allow',
    summary: 'a 405 has no header Allow',
    severity: 'client',
    finding: {
      operations: publishedOperations,
      rule: 'method-not-allowed',
      observation: 'header Allow',
      expected: 'the methods of the path',
      actual: 'absent',
    },
    after: (reply) => (reply.status === 405 ? withHeaders(reply, { Allow: undefined }) : reply),
  },
  {
    name: 'slash-redirected',
    summary: 'a path with a trailing slash is redirected with 308',
    severity: 'client',
    finding: {
      operations: publishedOperations,
      rule: 'path-odd',
      observation: 'status',
      expected: '404',
      actual: '308',
    },
    before: ({ path }) => {
      const known = path.replace(/\/$/, '')
      if (known === path || !findRoute(known, everyOperation)) return undefined
      return text(308, '', { Location: `/api${known}` })
    },
  },
  {
    name: 'head-refused',
    summary: 'HEAD is not allowed where GET is',
    severity: 'client',
    finding: {
      operations: reads,
      rule: 'method-edges',
      observation: 'status',
      expected: '200',
      actual: '405',
    },
    before: ({ method, operation }) =>
      method === 'HEAD' && operation
        ? text(405, 'Method not allowed: expected GET', { Allow: 'GET, OPTIONS' })
        : undefined,
  },
]
