import type { StageOf } from '../world/stage-of.ts'

/** An e-mail that is neither member nor invited. */
export const inviteUser: StageOf<'inviteUser'> = {
  varying: { email: 'accepted', is_admin: 'accepted' },
  async prepare({ world }) {
    const { id } = await world.workspace()
    return { path: { workspace: id }, body: { email: world.names.email('invited'), is_admin: false } }
  },
}
