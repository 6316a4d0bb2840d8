import { afterAll, expect, test, vi } from 'vitest'
import { type Report, runContract } from '../src/index.ts'
import { everyOperation, type OperationId } from './servers/independent/operations.ts'
import { createState, type State } from './servers/independent/state.ts'
import { createServer, differences } from './servers/index.ts'

vi.setConfig({ testTimeout: 240_000 })
afterAll(() => vi.resetConfig())

const lacking = (...ids: readonly OperationId[]) => ({
  serves: everyOperation.filter((id) => !ids.includes(id)),
})

/** What is on a server, whatever it says. */
function thingsIn({ accounts, workspaces }: State): readonly string[] {
  return [...accounts.keys(), ...workspaces.keys()].map((name) => name.toLowerCase())
}

test.each<[string, Parameters<typeof createServer>[0]]>([
  ['that conforms', {}],
  ['that differs in every group', { differences: differences.map(({ name }) => name) }],
  ['that keeps accounts', { changes: [{ policy: () => ({ removesAccounts: () => false }) }] }],
  ['that deletes nothing', lacking('deleteGlobalUser', 'deleteWorkspace')],
  ['without deleteGlobalUser', lacking('deleteGlobalUser')],
  ['without deleteWorkspace', lacking('deleteWorkspace')],
  ['without createUserGlobally', lacking('createUserGlobally')],
  ['without createWorkspace', lacking('createWorkspace')],
  ['without globalUserUpdate', lacking('globalUserUpdate')],
  ['without a list of accounts', lacking('listUsersAsSuperAdmin')],
  ['without whoami', lacking('whoami')],
  ['without anything to read by', lacking('listUsersAsSuperAdmin', 'whoami', 'listUsers')],
])(
  'on a server %s, what is said to be left is what is left, and no super admin is',
  async (_what, options) => {
    const state = createState()
    const before = new Set(thingsIn(state))
    const server = await createServer({ ...options, state })
    const report: Report = await runContract({
      baseUrl: server.baseUrl,
      admin: server.admin,
      manifest: false,
      // The operations that make accounts and workspaces, in odd ways too.
      filter: [
        'createUserGlobally',
        'globalUserUpdate',
        'deleteGlobalUser',
        'acceptInvite',
        'createWorkspace',
        'loginWithOauth',
      ],
    }).finally(() => server.close())
    const there = thingsIn(state).filter((name) => !before.has(name))
    expect(report.left.map(({ name }) => name.toLowerCase()).sort()).toEqual([...there].sort())
    const superAdmins = [...state.accounts.values()].filter(({ superAdmin }) => superAdmin)
    expect(superAdmins.map(({ email }) => email)).toEqual([server.admin.email])
  },
)
