import type { StageOf } from '../world/stage-of.ts'

/** An id that no workspace has. */
export const createWorkspace: StageOf<'createWorkspace'> = {
  varying: { name: 'accepted', username: 'accepted' },
  async prepare({ world }) {
    const id = world.names.workspace()
    world.belongings.workspace(id)
    return { body: { id, name: 'Contract test', username: world.names.username() } }
  },
}
