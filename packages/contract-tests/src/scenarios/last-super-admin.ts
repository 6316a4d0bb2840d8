import type { Identity } from '../checks/setup.ts'
import type { JsonObject } from '../document/operation.ts'
import { NotApplicable } from '../errors.ts'
import { allAccounts } from '../fixtures/all-accounts.ts'
import type { Fixtures } from '../fixtures/fixtures.ts'
import { requireSandboxClient } from '../fixtures/oauth.ts'

/**
 * Does something while the account that was given to the run is the only super admin of the instance. Where the instance did not
 * keep it as one nobody could repair that: hence it is done on a server for tests alone, and where no other run goes on.
 * Afterwards the super admins of the run are super admins again, because later checks call as them.
 */
export async function asLastSuperAdmin(fixtures: Fixtures, act: () => Promise<void>): Promise<void> {
  await requireServerForTests(fixtures)
  const known = [fixtures.admin, await fixtures.identity('super-admin'), await fixtures.identity('user')]
  const { items } = await allAccounts(fixtures)
  requireAll(known, items)
  const others = items.filter(({ email }) => email !== fixtures.admin.email)
  const stranger = others.find(
    ({ email, super_admin }) => !isOwn(fixtures, email) && (super_admin || isOfRun(email)),
  )
  if (stranger) {
    throw new NotApplicable(
      'The instance has further super admins, or another run goes on: the account of this run is not the last super admin.',
    )
  }
  const { api, admin } = fixtures
  const own = others.filter(({ super_admin }) => super_admin === true).map(({ email }) => String(email))
  const update = (email: string, isSuperAdmin: boolean) =>
    [{ path: { email }, body: { is_super_admin: isSuperAdmin } }, admin.token] as const
  try {
    for (const email of own) await api.succeed('globalUserUpdate', ...update(email, false))
    await act()
  } finally {
    for (const email of own) await api.call('globalUserUpdate', ...update(email, true))
  }
}

/** On a list that leaves accounts out nobody sees who else is a super admin, and the account of the run would lose its role. */
function requireAll(known: readonly Identity[], listed: readonly JsonObject[]): void {
  if (known.every((account) => listed.some(({ email }) => email === account.email))) return
  throw new NotApplicable(
    'listUsersAsSuperAdmin leaves out accounts: whether the account of this run is the last super admin is not known.',
  )
}

/** A server that lets anybody in by any e-mail cannot be one on which somebody depends. */
async function requireServerForTests(fixtures: Fixtures): Promise<void> {
  try {
    await requireSandboxClient(fixtures)
  } catch (error) {
    if (!(error instanceof NotApplicable)) throw error
    throw new NotApplicable(
      'A server that did not keep its last super admin could not be repaired by anybody: this is tried on servers for tests alone, which have the OAuth client "sandbox".',
    )
  }
}

function isOwn({ names }: Fixtures, email: unknown): boolean {
  return String(email).startsWith(names.prefix)
}

function isOfRun(email: unknown): boolean {
  return String(email).startsWith('contract-')
}
