import type { Inputs, OperationId } from '../generated/operations.ts'
import { expectSame } from '../suite/compare.ts'
import { expectStatus } from '../suite/expect-answer.ts'
import type { JsonObject } from '../suite/operation.ts'
import type { Identity } from '../suite/stage.ts'
import type { StoryCheck } from '../suite/story.ts'
import { inviteTo, makeColleague } from './situations.ts'
import { views } from './views.ts'
import type { World } from './world.ts'

/** The call of a read, by a colleague who is admin of the workspace, or by the super admin of the run. */
interface Read<Id extends OperationId> {
  readonly operation: Id
  readonly by?: 'super-admin'
  readonly input: (place: { readonly workspace: string; readonly username: string }) => Inputs[Id]
}

/** A read changes nothing: tokens, invites, members and the account are afterwards what they were before. */
export function changesNothing<Id extends OperationId>(read: Read<Id>): StoryCheck<World> {
  return {
    rule: 'read-only',
    title: 'changes nothing, however often it is called',
    async run(world) {
      const account = await world.makeAccount('reader')
      const { workspace, colleague, path } = await makeColleague(world, { isAdmin: true, account })
      await inviteTo(world, await world.makeWorkspace(), colleague)
      const { token } = read.by ? world.admin : colleague
      const before = await snapshot(world, colleague, workspace.id)
      for (let count = 0; count < 2; count += 1) {
        const exchange = await world.api.call(read.operation, read.input(path), token)
        expectStatus(exchange, '2XX')
        const after = await snapshot(world, colleague, workspace.id)
        for (const [what, value] of Object.entries(before)) expectSame(exchange, what, value, after[what])
      }
    },
  }
}

async function snapshot(world: World, account: Identity, workspace: string): Promise<JsonObject> {
  const tokens = await views.tokens(world, account)
  return {
    // When a token was last used is what reading changes.
    tokens: tokens.items.map(({ last_used_at: _used, ...token }) => token),
    invites: (await views.invites(world, account)).items,
    members: (await views.members(world, workspace)).items,
    account: await views.account(world, account),
  }
}
