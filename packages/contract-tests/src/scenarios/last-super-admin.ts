import { NotApplicable } from '../errors.ts'
import { allAccounts } from '../fixtures/all-accounts.ts'
import type { Fixtures } from '../fixtures/fixtures.ts'
import { requireSandboxClient } from '../fixtures/oauth.ts'

/**
 * Makes the account that was given to the run the only super admin of the instance. Where the instance did not keep it as
 * one nobody could repair that: hence it is done on a server for tests alone, and where no other run goes on.
 */
export async function beLastSuperAdmin(fixtures: Fixtures): Promise<void> {
  await requireServerForTests(fixtures)
  const others = (await allAccounts(fixtures)).items.filter(({ email }) => email !== fixtures.admin.email)
  const stranger = others.find(
    ({ email, super_admin }) => !isOwn(fixtures, email) && (super_admin || isOfRun(email)),
  )
  if (stranger) {
    throw new NotApplicable(
      'The instance has further super admins, or another run goes on: the account of this run is not the last super admin.',
    )
  }
  for (const { email, super_admin } of others) {
    if (super_admin !== true) continue
    const path = { email: String(email) }
    await fixtures.api.succeed(
      'globalUserUpdate',
      { path, body: { is_super_admin: false } },
      fixtures.admin.token,
    )
  }
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
