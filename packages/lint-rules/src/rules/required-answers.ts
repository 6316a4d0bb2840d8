import { explain } from '../message.ts'
import { type OperationFacts, operationsOf } from '../operations.ts'
import { textsOf } from '../reading.ts'
import type { Rule } from '../redocly.ts'

/** Why an operation can answer with a status. */
interface Cause {
  status: string
  because: string
  applies(operation: OperationFacts): boolean
}

const takes = (place: string) => (operation: OperationFacts) => operation.parameterPlaces.includes(place)
const takesBody = (operation: OperationFacts) => operation.hasBody
const rolesAboveUser = ['member', 'workspace-admin', 'super-admin']
const needsRole = ({ role }: OperationFacts) => rolesAboveUser.includes(String(role))

const causesWith = (limited: string[]): Cause[] => [
  { status: '400', because: 'its body can be malformed JSON', applies: takesBody },
  { status: '400', because: 'its path can be malformed percent-encoding', applies: takes('path') },
  { status: '400', because: 'its query can be malformed percent-encoding', applies: takes('query') },
  { status: '401', because: 'it needs credentials', applies: (operation) => operation.needsCredentials },
  { status: '403', because: 'it needs more than the role user', applies: needsRole },
  {
    status: '404',
    because: 'a super admin may name a workspace that does not exist',
    applies: ({ path }) => path.startsWith('/w/'),
  },
  { status: '413', because: 'its body can be too large', applies: takesBody },
  { status: '415', because: 'its body can be something else than JSON', applies: takesBody },
  { status: '422', because: 'its body can break the schema', applies: takesBody },
  { status: '422', because: 'a query value can break the schema', applies: takes('query') },
  { status: '429', because: 'its failures are counted', applies: ({ name }) => limited.includes(name) },
]

/** These have further causes of their own, so that one without any of the causes above is no mistake. */
const openStatuses = ['400', '404']

/** These are answers of every path and belong to no operation. */
const ofEveryPath = ['405', '500', '503']

const problemsOf = (operation: OperationFacts, causes: Cause[]) => {
  const { name, statuses } = operation
  const found = statuses.join(', ')
  const due = causes.filter((cause) => cause.applies(operation))
  const missing = due.filter(({ status }) => !statuses.includes(status))
  const closed = [...causes.map(({ status }) => status), ...ofEveryPath].filter(
    (status) => !openStatuses.includes(status),
  )
  const surplus = [...new Set(closed)].filter(
    (status) => statuses.includes(status) && !due.some((cause) => cause.status === status),
  )
  return [
    ...missing.map(({ status, because }) =>
      explain({
        wrong: `${name} lacks the answer ${status}`,
        expected: `it, since ${because}`,
        right: `"${status}": { $ref: … }`,
        found,
      }),
    ),
    ...surplus.map((status) =>
      explain({
        wrong: `${name} cannot answer ${status}`,
        expected: 'only what it can answer itself',
        right: `no "${status}"`,
        found,
      }),
    ),
  ]
}

/**
 * An operation documents each status that its credentials, role, body and parameters can lead to, and none that they
 * cannot. The option `limited` lists the operations whose failed calls are counted (429).
 */
export const requiredAnswers: Rule = (options) => ({
  PathItem(pathItem, context) {
    const causes = causesWith(textsOf(options['limited']))
    for (const operation of operationsOf(pathItem, context)) {
      for (const message of problemsOf(operation, causes)) {
        context.report({ message, location: operation.location.child('responses') })
      }
    }
  },
})
