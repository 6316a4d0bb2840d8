import fc from 'fast-check'
import { anyCharacter } from '../../document/any-character.ts'
import type { Caller } from '../../document/caller.ts'
import type { DocumentedResponse } from '../../document/documented-response.ts'
import { expectResponse } from '../../expect/expect-response.ts'
import type { Calls } from '../calls.ts'
import { forAny } from './for-any.ts'

/** A text in a path that names nothing gets one of these responses, however strange it is. */
export async function namesNothing(
  calls: Calls,
  caller: Caller,
  parameter: string,
  responses: readonly DocumentedResponse[],
): Promise<void> {
  await forAny(calls, anyName, async (trial, name) => {
    expectResponse(await trial.attempt(caller, { path: { [parameter]: name } }), ...responses)
  })
}

/** Any characters; a client takes the two names of dots for places in the path (URL standard, section 4.1). */
const anyName = fc
  .oneof(
    fc.string({ unit: anyCharacter, minLength: 1, maxLength: 60 }),
    fc.string({
      unit: fc.constantFrom('/', '%', '.', ' ', '\u0000', "'", '?', '#', '\\', 'ü', '😀', '2', 'F'),
      minLength: 1,
    }),
    fc.stringMatching(/^[\w-]{20,60}$/),
  )
  .filter((name) => !/^(?:\.|%2e){1,2}$/i.test(name))
