import type { Story } from '../suite/story.ts'
import type { World } from '../world/world.ts'

/** What has to be true of an operation beyond a single call. */
export type StoryOf = Story<World>
