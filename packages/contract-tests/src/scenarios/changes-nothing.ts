import type { Identity } from '../checks/setup.ts'
import type { Schema } from '../document/operation.ts'
import { expectStatus } from '../expect/expect-status.ts'
import { expectUnchanged } from '../expect/unchanged.ts'
import type { Fixtures } from '../fixtures/fixtures.ts'
import { inviteTo, makeColleague } from '../fixtures/situations.ts'
import { views } from '../fixtures/views.ts'
import type { Inputs, OperationId } from '../generated/operations.ts'
import { schemas } from '../generated/schemas.ts'
import type { ScenarioCheck } from './scenario.ts'

/** The call of a read, by a colleague who is admin of the workspace, or by the super admin of the run. */
interface Read<Id extends OperationId> {
  readonly operation: Id
  readonly by?: 'super-admin'
  readonly input: (place: { readonly workspace: string; readonly username: string }) => Inputs[Id]
}

/** A read changes nothing: tokens, invites, members and the account are afterwards what they were before. */
export function changesNothing<Id extends OperationId>(read: Read<Id>): ScenarioCheck<Fixtures> {
  return {
    rule: 'read-only',
    title: 'changes nothing, however often it is called',
    async run(fixtures) {
      const account = await fixtures.makeAccount('reader')
      const { workspace, colleague, path } = await makeColleague(fixtures, { isAdmin: true, account })
      await inviteTo(fixtures, await fixtures.makeWorkspace(), colleague)
      const { token } = read.by ? fixtures.admin : colleague
      const before = await snapshot(fixtures, colleague, workspace.id)
      for (let count = 0; count < 2; count += 1) {
        const exchange = await fixtures.api.call(read.operation, read.input(path), token)
        expectStatus(exchange, '2XX')
        const after = await snapshot(fixtures, colleague, workspace.id)
        for (const [what, { schema, value }] of Object.entries(before))
          expectUnchanged(exchange, what, { schema, before: value, after: after[what]?.value })
      }
    },
  }
}

/** Something that was read, and what its properties are described by. */
interface Reading {
  readonly schema: Schema
  readonly value: unknown
}

async function snapshot(
  fixtures: Fixtures,
  account: Identity,
  workspace: string,
): Promise<Readonly<Record<string, Reading>>> {
  return {
    tokens: { schema: schemas.TruncatedToken, value: (await views.tokens(fixtures, account)).items },
    invites: { schema: schemas.WorkspaceInvite, value: (await views.invites(fixtures, account)).items },
    members: { schema: schemas.User, value: (await views.members(fixtures, workspace)).items },
    account: { schema: schemas.GlobalUserInfo, value: (await views.account(fixtures, account)).object },
  }
}
