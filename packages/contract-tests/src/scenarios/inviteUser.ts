import { expectItem } from '../expect/compare.ts'
import { each } from '../expect/observation.ts'
import { inviteTo, tagged } from '../fixtures/situations.ts'
import { views } from '../fixtures/views.ts'
import type { ScenarioOf } from './scenario-of.ts'

/** An invite is for one e-mail. */
export const inviteUser: ScenarioOf = [
  {
    rule: 'write-stored',
    title: 'tells an e-mail with a tag from the one without',
    async run(fixtures) {
      const workspace = await fixtures.makeWorkspace()
      const people = tagged(fixtures)
      for (const person of people) await inviteTo(fixtures, workspace, person)
      const pending = await views.pendingInvites(fixtures, workspace.id)
      await each(people, ({ email }) => void expectItem(pending, { email }))
    },
  },
]
