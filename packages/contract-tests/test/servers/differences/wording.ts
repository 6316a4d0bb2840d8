import { everyOperation, operations, publishedOperations } from '../independent/operations.ts'
import { type Difference, onReply } from './difference.ts'

const withCredentials = everyOperation.filter(
  (id) => operations[id][2] !== 'anonymous' && publishedOperations.includes(id),
)

/** People read something else than the contract says. */
export const wording: readonly Difference[] = [
  {
    name: 'unauthorized-explained',
    summary: 'a 401 says more than Unauthorized',
    severity: 'wording',
    finding: {
      operations: withCredentials,
      rule: 'error-body',
      observation: 'body',
      expected: '"Unauthorized"',
      actual: '"Unauthorized: <detail>"',
    },
    after: (reply) => (reply.status === 401 ? { ...reply, body: 'Unauthorized: log in first' } : reply),
  },
  {
    name: 'leave-text-without-workspace',
    summary: 'the text of leaveWorkspace does not name the workspace',
    severity: 'wording',
    finding: {
      operations: ['leaveWorkspace'],
      rule: 'valid-call',
      observation: 'body',
      expected: 'names the workspace',
      actual: 'does not name it',
    },
    after: onReply('leaveWorkspace', 200, (reply) => ({ ...reply, body: 'left' })),
  },
]
