import type { Fixtures } from '../fixtures/fixtures.ts'
import { views } from '../fixtures/views.ts'
import type { OperationId } from '../generated/operations.ts'
import { foreignMembers } from './foreign-members.ts'
import { workspaceScenes } from './mass-assignment-in-workspaces.ts'
import { accountScenes } from './mass-assignment-of-accounts.ts'
import { type Extend, expectSameAccount, type Scenes } from './mass-assignment-scene.ts'
import type { ScenarioCheck } from './scenario.ts'

/** Every operation with a JSON body has one. */
const scenes: Scenes = { ...accountScenes, ...workspaceScenes }

/** Properties of other schemas in a body change nothing: neither whom it is about nor what they may do. */
export function massAssignmentOf(operation: OperationId): readonly ScenarioCheck<Fixtures>[] {
  const scene = scenes[operation]
  if (!scene) return []
  return [
    {
      rule: 'body-unknown-member',
      title: 'ignores properties of other schemas',
      situation: 'properties of other schemas',
      async run(fixtures) {
        const [other, elsewhere] = [await fixtures.identity('user'), (await fixtures.workspace()).id]
        const named = { email: other.email, username: fixtures.names.username(), workspace: elsewhere }
        const extend: Extend = (body, own) => ({ ...foreignMembers(own, named), ...body })
        const before = await views.account(fixtures, other)
        await scene({ fixtures, extend, other, elsewhere })
        await expectSameAccount(fixtures, other, before)
      },
    },
  ]
}
