import { namesOf } from './names-of.ts'
import type { Place } from './place.ts'

/** Where every operation has a file that is written by hand. */
export const handWrittenPlaces: readonly Place[] = [
  {
    where: 'packages/sandbox/src/operations/<id>.ts',
    internal: true,
    remedy: 'Write the handler, and list it in packages/sandbox/src/operations/index.ts.',
    find: (root) => namesOf(root, 'packages/sandbox/src/operations/*.ts', ['index']),
  },
  {
    where: 'packages/contract-tests/src/setup/<id>.ts',
    internal: true,
    remedy: 'Say how a call can succeed, and list it in packages/contract-tests/src/setup/index.ts.',
    find: (root) => namesOf(root, 'packages/contract-tests/src/setup/*.ts', ['index']),
  },
]
