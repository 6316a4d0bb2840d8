import { expectItem, expectNoItem } from '../expect/compare.ts'
import { expectStatus } from '../expect/expect-status.ts'
import { inviteTo, tagged } from '../fixtures/situations.ts'
import { views } from '../fixtures/views.ts'
import type { ScenarioOf } from './scenario-of.ts'

/** The invite of one e-mail is taken back, and no other. */
export const deleteInvite: ScenarioOf = [
  {
    rule: 'write-scope',
    title: 'tells an e-mail with a tag from the one without',
    async run(fixtures) {
      const workspace = await fixtures.makeWorkspace()
      const [withTag, plain] = tagged(fixtures)
      for (const person of [withTag, plain]) await inviteTo(fixtures, workspace, person)
      const input = { path: { workspace: workspace.id }, body: { email: withTag.email, is_admin: false } }
      const { token } = workspace.admin.identity
      expectStatus(await fixtures.api.call('deleteInvite', input, token), '200')
      const pending = await views.pendingInvites(fixtures, workspace.id)
      expectNoItem(pending, 'email', withTag.email)
      expectItem(pending, { email: plain.email })
    },
  },
]
