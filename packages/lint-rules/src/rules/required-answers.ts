import { explain } from '../message.ts'
import { type OperationFacts, operationsOf } from '../operations.ts'
import { isRecord, memberOf, textsOf } from '../reading.ts'
import type { Rule } from '../redocly.ts'

/** Why an operation can answer with a status. */
interface Cause {
  status: string
  because: string
  /** Undefined where the document does not tell, as with a role that is none: then neither is a mistake. */
  applies(operation: OperationFacts): boolean | undefined
}

const takes = (place: string) => (operation: OperationFacts) => {
  const places = operation.parameters.map((parameter) => parameter.place)
  return places.includes(place) || (places.includes(undefined) ? undefined : false)
}
const takesBody = (operation: OperationFacts) => operation.hasBody

const needsRole = (above: string[]) => (operation: OperationFacts) => {
  const role = String(operation.role)
  return above.includes(role) || (['anonymous', 'user'].includes(role) ? false : undefined)
}

interface Options {
  limited: string[]
  aboveUser: string[]
}

const causesWith = ({ limited, aboveUser }: Options): Cause[] => [
  { status: '400', because: 'its body can be malformed JSON', applies: takesBody },
  { status: '400', because: 'its path can be malformed percent-encoding', applies: takes('path') },
  { status: '400', because: 'its query can be malformed percent-encoding', applies: takes('query') },
  { status: '401', because: 'it needs credentials', applies: (operation) => operation.needsCredentials },
  { status: '403', because: 'it needs more than the role user', applies: needsRole(aboveUser) },
  {
    status: '404',
    because: 'a super admin may name a workspace that does not exist',
    applies: (operation) => operation.path.startsWith('/w/'),
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

/** The causes of each status that the operation owes and does not have, by status. */
const missingIn = (operation: OperationFacts, causes: Cause[]): [Cause, ...Cause[]][] => {
  const due = causes.filter(
    (cause) => cause.applies(operation) === true && !operation.statuses.includes(cause.status),
  )
  const isFirst = (cause: Cause) => due.find(({ status }) => status === cause.status) === cause
  return due.filter(isFirst).map((first) => {
    return [first, ...due.filter((cause) => cause !== first && cause.status === first.status)]
  })
}

const surplusIn = ({ statuses, ...operation }: OperationFacts, causes: Cause[]): string[] => {
  const ofCauses = new Set([...causes.map(({ status }) => status), ...ofEveryPath])
  const isPossible = (status: string) =>
    causes.some((cause) => cause.status === status && cause.applies({ statuses, ...operation }) !== false)
  return statuses.filter(
    (status) => ofCauses.has(status) && !openStatuses.includes(status) && !isPossible(status),
  )
}

/** The answer with a status that most operations have for the same cause. */
const usualAnswer = (cause: Cause, operations: OperationFacts[]): string => {
  const references = operations
    .filter((operation) => cause.applies(operation))
    .map((operation) => memberOf(operation.node['responses'], cause.status, '$ref'))
  const countOf = (reference: unknown) => references.filter((each) => each === reference).length
  const [most] = textsOf(references).sort((one, other) => countOf(other) - countOf(one))
  return most ? `{ $ref: ${most} }` : '{ description: …, content: … }'
}

const messagesFor = (operation: OperationFacts, causes: Cause[], operations: OperationFacts[]): string[] => {
  const { name, statuses } = operation
  const found = statuses.join(', ')
  return [
    ...missingIn(operation, causes).map(([cause, ...others]) =>
      explain({
        wrong: `${name} lacks the answer ${cause.status}`,
        expected: `it, since ${[cause, ...others].map(({ because }) => because).join(' and ')}`,
        right: `"${cause.status}": ${usualAnswer(cause, operations)}`,
        found,
      }),
    ),
    ...surplusIn(operation, causes).map((status) =>
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
 * cannot. The option `limited` lists the operations whose failed calls are counted (429), `aboveUser` the roles that not
 * every account has (403).
 */
export const requiredAnswers: Rule = (options) => {
  const causes = causesWith({
    limited: textsOf(options['limited']),
    aboveUser: textsOf(options['aboveUser'] ?? ['member', 'workspace-admin', 'super-admin']),
  })
  const operations: OperationFacts[] = []
  return {
    PathItem(pathItem, context) {
      for (const operation of operationsOf(pathItem, context)) {
        // An operation without answers, or with a list of them, is reported by Redocly.
        if (isRecord(operation.node['responses'])) operations.push(operation)
      }
    },
    Root: {
      leave(_root, { report }) {
        for (const operation of operations)
          for (const message of messagesFor(operation, causes, operations))
            report({ message, location: operation.location.child('responses') })
      },
    },
  }
}
