import type { Secrets } from '../report/secrets.ts'
import type { Actor, Cast, Identity } from '../suite/stage.ts'
import type { Api } from './api.ts'
import type { Belongings } from './belongings.ts'
import { makeEndedToken } from './ended-token.ts'
import { type Former, isFormer, makeFormer } from './former.ts'
import type { Names } from './names.ts'

/** A workspace that the run made: `workspace-admin` owns it, `member` is an ordinary member. */
export interface Workspace {
  readonly id: string
  readonly admin: Membership
  readonly member: Membership
}

/** An account under its name in one workspace. */
export interface Membership {
  readonly identity: Identity
  readonly username: string
}

/** What the stages have to hand: the API, the accounts and workspaces of the run, and names for more of them. */
export interface World extends Cast {
  readonly api: Api
  readonly names: Names
  /** The super admin whose credentials were given. Nothing about this account is changed. */
  readonly admin: Identity
  readonly belongings: Belongings
  /** Remembers what must never be printed. */
  readonly secrets: Secrets
  /** What random cases are drawn from. */
  readonly seed: number
  /** A workspace for calls that leave it as it is, made once. */
  workspace(): Promise<Workspace>
  /** A workspace for a call that changes it. */
  makeWorkspace(): Promise<Workspace>
  /** A fresh account that has just logged in. */
  makeAccount(role: string, options?: { readonly isSuperAdmin?: boolean }): Promise<Identity>
  /** An ordinary account for checks that look at one workspace of it alone, made once. */
  companion(): Promise<Identity>
  /** An account that has had this role in workspaces and lost it. */
  former(actor: Former): Promise<Identity>
  /** An account, made once for each, whose password may be changed: its token is one of `createToken`. */
  passwordless(isSuperAdmin: boolean): Promise<Identity>
  /** A further token of an account: ending it leaves the others alone. */
  makeToken(identity: Identity): Promise<string>
  /** Who calls, as an account: nobody is none. */
  actor(actor: Actor): Promise<Identity>
}

/** What a world is made of. */
export interface WorldOptions {
  readonly api: Api
  readonly names: Names
  readonly admin: Identity
  readonly belongings: Belongings
  readonly secrets: Secrets
  readonly seed: number
}

/** A world in which nothing exists yet: accounts and workspaces are made when first asked for. */
export function createWorld(options: WorldOptions): World {
  const { api, secrets } = options
  const remembered = new Map<string, Promise<unknown>>()

  function once<T>(name: string, make: () => Promise<T>): Promise<T> {
    const known = remembered.get(name)
    // Every name is used with one type: it is the name of the function's result.
    if (known) return known as Promise<T>
    const made = make()
    remembered.set(name, made)
    return made
  }

  const world: World = {
    ...options,
    identity: (actor, workspace) =>
      isFormer(actor)
        ? once(`${actor} of ${workspace}`, () => makeFormer(world, actor, workspace))
        : once(actor, () => makeIdentity(world, actor)),
    actor: (actor) => (actor === 'nobody' ? Promise.reject(noIdentity()) : world.identity(actor)),
    endedToken: (how) => once(`token ${how}`, () => makeEndedToken(world, how)),
    workspace: () => once('workspace', () => world.makeWorkspace()),
    makeWorkspace: () => makeWorkspace(world),
    makeAccount: (role, { isSuperAdmin = false } = {}) => makeAccount(world, role, isSuperAdmin),
    companion: () => once('companion', () => world.makeAccount('companion')),
    former: (actor) => once(`account of ${actor}`, () => world.makeAccount('former')),
    passwordless: (isSuperAdmin) =>
      once(`passwordless ${isSuperAdmin}`, async () => {
        const account = await world.makeAccount('password', { isSuperAdmin })
        return { ...account, token: await world.makeToken(account) }
      }),
    async makeToken(identity) {
      const { answer } = await api.succeed('createToken', { body: { label: 'contract' } }, identity.token)
      secrets.add(answer.text)
      return answer.text
    },
  }
  return world
}

function noIdentity(): Error {
  return new Error(
    'Nobody has no account: a stage for an anonymous operation names the account that it means.',
  )
}

function makeIdentity(world: World, actor: Exclude<Actor, 'nobody' | Former>): Promise<Identity> {
  if (actor === 'outsider') return makeOutsider(world)
  return world.makeAccount(actor, { isSuperAdmin: actor === 'super-admin' })
}

async function makeOutsider(world: World): Promise<Identity> {
  const outsider = await world.makeAccount('outsider')
  await createWorkspace(world, outsider)
  return outsider
}

async function makeAccount(
  { api, names, belongings, secrets, admin }: World,
  role: string,
  isSuperAdmin: boolean,
): Promise<Identity> {
  const email = names.email(role)
  const password = names.password()
  secrets.add(password)
  belongings.account(email)
  const account = { email, password, super_admin: isSuperAdmin, name: 'Contract test' }
  await api.succeed('createUserGlobally', { body: account }, admin.token)
  const { answer } = await api.succeed('login', { body: { email, password } })
  secrets.add(answer.text)
  return { email, password, token: answer.text }
}

async function makeWorkspace(world: World): Promise<Workspace> {
  const admin = await world.identity('workspace-admin')
  const member = await world.identity('member')
  const workspace = await createWorkspace(world, admin)
  const username = world.names.username()
  const newUser = { email: member.email, username, is_admin: false }
  await world.api.succeed('createUser', { path: { workspace: workspace.id }, body: newUser }, admin.token)
  return {
    id: workspace.id,
    admin: { identity: admin, username: workspace.username },
    member: { identity: member, username },
  }
}

async function createWorkspace({ api, names, belongings }: World, owner: Identity) {
  const workspace = { id: names.workspace(), name: 'Contract test', username: names.username() }
  belongings.workspace(workspace.id)
  await api.succeed('createWorkspace', { body: workspace }, owner.token)
  return workspace
}
