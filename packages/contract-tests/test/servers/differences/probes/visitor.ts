import { logIn, type Sending, send } from '../../send.ts'
import type { RunningServer } from '../../zoo-server.ts'

/** An account that has logged in. */
export interface Person {
  readonly email: string
  readonly password: string
  readonly token: string
}

/** Somebody who looks at one server of the zoo from outside, with a super admin's help. */
export interface Visitor {
  readonly admin: string
  call(path: string, sending?: Sending): Promise<Response>
  status(path: string, sending?: Sending): Promise<number>
  json(path: string, sending?: Sending): Promise<Readonly<Record<string, unknown>>>
  list(path: string, sending?: Sending): Promise<readonly Readonly<Record<string, unknown>>[]>
  /** Makes an account, whose password is its name 10 times. */
  person(name: string): Promise<Person>
  /** Makes an account that is a member of `demo` by invite, since `createUser` may be broken. */
  member(name: string): Promise<Person>
}

/** Logs in as the super admin. */
export async function visit(server: RunningServer): Promise<Visitor> {
  const admin = await logIn(server, server.admin)
  const call = (path: string, sending?: Sending) => send(server, path, sending)
  const person = async (name: string) => {
    const account = { email: `${name}@example.com`, password: name.repeat(10) }
    await call('/users/create', { token: admin, body: { ...account, super_admin: false } })
    return { ...account, token: await logIn(server, account) }
  }
  return {
    admin,
    call,
    status: async (path, sending) => (await call(path, sending)).status,
    json: async (path, sending) => JSON.parse(await (await call(path, sending)).text()),
    list: async (path, sending) => JSON.parse(await (await call(path, sending)).text()),
    person,
    member: async (name) => {
      const invitee = await person(name)
      const { email, token } = invitee
      await call('/w/demo/workspaces/invite_user', { token: admin, body: { email, is_admin: false } })
      await call('/users/accept_invite', { token, body: { workspace_id: 'demo', username: name } })
      return invitee
    },
  }
}

/** What a difference looks like from outside. */
export interface Probe {
  /** Asks a fresh server. */
  readonly ask: (visitor: Visitor) => Promise<unknown>
  /** What a server says that keeps the contract. */
  readonly contract: unknown
  /** What a server says that has the difference. */
  readonly different: unknown
}
