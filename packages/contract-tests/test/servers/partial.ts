import type { Change } from './independent/change.ts'
import { createServer } from './independent/create-server.ts'
import { everyOperation, type OperationId } from './independent/operations.ts'
import { json } from './independent/reply.ts'
import { type Caller, createState, issueToken, type State } from './independent/state.ts'
import type { ExpectedFinding, ZooServer } from './zoo-server.ts'

const three = ['getCurrentEmail', 'globalWhoami', 'listTokens'] as const satisfies readonly OperationId[]

/** A neighbour or an operation without which others cannot be brought into a state. */
function broken(operation: OperationId, expected: string, actual: string): ExpectedFinding {
  return { operations: [operation], rule: 'valid-call', observation: 'status', expected, actual }
}

function without(operation: OperationId): readonly OperationId[] {
  return everyOperation.filter((id) => id !== operation)
}

/** A change that lets an operation need no credentials. */
export function open(operation: OperationId, body: unknown): Change {
  return {
    before: (asked, { headers }) =>
      asked.operation === operation && !headers.authorization && !headers.cookie ? json(body) : undefined,
  }
}

/** What a run has to find of such an operation. */
export function isOpen(operation: OperationId): ExpectedFinding {
  return {
    operations: [operation],
    rule: 'credentials-missing',
    observation: 'status',
    expected: '401',
    actual: '200',
  }
}

/** Two accounts with a token each, since nobody can log in. */
async function startThreeOperations() {
  const state = createState()
  const tokenOf = (email: string, superAdmin: boolean) => {
    const account = { email, shownEmail: email, password: undefined, loginType: 'saml', superAdmin }
    state.accounts.set(email, { ...account, name: null, company: null, createdAt: new Date() })
    const given = { email, label: 'contract', isSession: false, expiration: undefined }
    return { email, token: issueToken(state, given).secret }
  }
  const accounts = {
    user: tokenOf('grace@example.com', false),
    outsider: tokenOf('margaret@example.com', false),
  }
  const somebody = {
    ...{ email: 'grace@example.com', login_type: 'saml', super_admin: false, verified: true },
    ...{ name: null, company: null },
  }
  const server = await createServer({
    serves: three,
    state,
    changes: [open('globalWhoami', somebody)],
  })
  return { ...server, accounts }
}

export const threeOperations: ZooServer = {
  name: 'three-operations',
  summary: 'has three operations, and one of them needs no credentials',
  start: startThreeOperations,
  implements: three,
  findings: [isOpen('globalWhoami')],
  exitStatus: 1,
}

export const withoutCreateUser: ZooServer = {
  name: 'without-create-user',
  summary: 'has no createUser',
  start: () => createServer({ serves: without('createUser') }),
  findings: [broken('createUser', '201', '404')],
  exitStatus: 1,
}

export const withoutDeleteGlobalUser: ZooServer = {
  name: 'without-delete-global-user',
  summary: 'has no way to delete an account',
  start: () => createServer({ serves: without('deleteGlobalUser') }),
  findings: [{ ...broken('deleteGlobalUser', '200', '404'), rule: 'setup' }],
  exitStatus: 1,
  keeps: true,
}

export const keepsAccounts: ZooServer = {
  name: 'keeps-accounts',
  summary: 'says that it has deleted an account, and keeps it',
  start: () => createServer({ changes: [{ policy: () => ({ removesAccounts: () => false }) }] }),
  findings: [
    {
      operations: ['deleteGlobalUser'],
      rule: 'credentials-revoked',
      observation: 'status',
      expected: '401',
      actual: '200',
    },
  ],
  exitStatus: 1,
  keeps: true,
}

export const singleSession: ZooServer = {
  name: 'single-session',
  summary: 'lets an account have one session: a login ends the one before',
  start() {
    const state = createState()
    const caller = (_operation: OperationId, _secret: string, look: () => Caller | undefined) => {
      const found = look()
      return found && isLastSession(state, found) ? found : undefined
    }
    return createServer({ state, changes: [{ policy: () => ({ caller }) }] })
  },
  findings: [
    {
      operations: ['login'],
      rule: 'write-scope',
      observation: 'the earlier sessions of the account',
      expected: 'go on to work',
      actual: 'ended',
    },
    { ...broken('loginWithOauth', '200', '401'), rule: 'write-scope' },
  ],
  exitStatus: 1,
}

export const endingTokens: ZooServer = {
  name: 'ending-tokens',
  summary: 'ends the token of a call that promotes or demotes an account',
  start() {
    const state = createState()
    const end: Change = {
      write(reply, { req }, { operation }) {
        if (operation === 'globalUserUpdate' && reply.status < 300)
          state.tokens.delete(
            String(req.headers.authorization ?? req.headers.cookie).replace(/^(?:Bearer |token=)/, ''),
          )
        return false
      },
    }
    return createServer({ state, changes: [end] })
  },
  findings: [
    {
      operations: ['globalUserUpdate'],
      rule: 'write-scope',
      observation: 'the token of the call',
      expected: 'goes on to work',
      actual: 'ended',
    },
  ],
  exitStatus: 1,
}

function isLastSession({ tokens }: State, { token }: Caller): boolean {
  const sessions = [...tokens.values()].filter(({ email, isSession }) => isSession && email === token.email)
  return !token.isSession || sessions.at(-1) === token
}
