import type { StageOf } from '../world/stage-of.ts'

/** A workspace to delete. */
export const deleteWorkspace: StageOf<'deleteWorkspace'> = {
  async prepare({ world }) {
    const { id } = await world.makeWorkspace()
    return { path: { workspace: id } }
  },
}
