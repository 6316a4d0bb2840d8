import fc from 'fast-check'
import type { DocumentedAnswer } from '../documented-answer.ts'
import { expectAnswer } from '../expect-answer.ts'
import type { Scene } from '../scene.ts'
import type { Actor } from '../stage.ts'
import { forAny } from './for-any.ts'

/** A text in a path that names nothing is answered in one of these ways, however strange it is. */
export async function namesNothing(
  scene: Scene,
  actor: Actor,
  parameter: string,
  answers: readonly DocumentedAnswer[],
): Promise<void> {
  await forAny(scene, anyName, async (name) => {
    expectAnswer(await scene.attempt(actor, { path: { [parameter]: name } }), ...answers)
  })
}

/** Any characters; a client takes the two names of dots for places in the path (URL standard, section 4.1). */
const anyName = fc
  .oneof(
    fc.string({ unit: 'binary', minLength: 1, maxLength: 60 }),
    fc.string({
      unit: fc.constantFrom('/', '%', '.', ' ', '\u0000', "'", '?', '#', '\\', 'ü', '😀', '2', 'F'),
      minLength: 1,
    }),
    fc.stringMatching(/^[\w-]{20,60}$/),
  )
  .filter((name) => !/^(?:\.|%2e){1,2}$/i.test(name))
