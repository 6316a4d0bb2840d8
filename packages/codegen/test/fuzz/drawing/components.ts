import type { World } from './world.ts'

/** What parts of a document share: some of what is drawn stands here, and is referred to. */
export class Components {
  private readonly world: World
  private readonly kinds: Record<string, Record<string, object>> = {}

  constructor(world: World) {
    this.world = world
  }

  /** The part itself, or a reference to it. */
  shared(kind: 'parameters' | 'requestBodies' | 'responses', part: object): object {
    const { random, names } = this.world
    if (random.chance(0.8)) return part
    const name = names.component(kind)
    this.kinds[kind] = { ...this.kinds[kind], [name]: part }
    return { $ref: `#/components/${kind}/${name}` }
  }

  all(): Readonly<Record<string, object>> {
    return this.kinds
  }
}
