import { readFileSync } from 'node:fs'
import path from 'node:path'
import { namesOf } from './names-of.ts'
import type { Place } from './place.ts'

const handlers = 'packages/sandbox/src/operations'
const setups = 'packages/contract-tests/src/setup'

/** Where every operation has a file that is written by hand, and where that file is listed. */
export const handWrittenPlaces: readonly Place[] = [
  {
    where: `${handlers}/<id>.ts`,
    internal: true,
    remedy: 'Write the handler: what the call does in the sandbox.',
    find: (root) => namesOf(root, `${handlers}/*.ts`, ['index']),
  },
  {
    where: `${handlers}/index.ts: <id>`,
    internal: true,
    remedy: 'Add the handler to the table.',
    find: (root) => importedIn(root, `${handlers}/index.ts`),
  },
  {
    where: `${handlers}/<id>.test.ts`,
    internal: true,
    remedy: 'Call it through `createSandbox().fetch`: what it returns, and what it refuses.',
    find: (root) => namesOf(root, `${handlers}/*.test.ts`, ['index']),
  },
  {
    where: `${setups}/<id>.ts`,
    internal: true,
    remedy: 'Say how to bring a server into a state in which the call succeeds, through its API alone.',
    find: (root) => namesOf(root, `${setups}/*.ts`, ['index']),
  },
  {
    where: `${setups}/index.ts: <id>`,
    internal: true,
    remedy: 'Add the setup to the table.',
    find: (root) => importedIn(root, `${setups}/index.ts`),
  },
]

/** The names of files beside this one that it imports. */
function importedIn(root: string, file: string): string[] {
  const text = readFileSync(path.join(root, file), 'utf8')
  return [...text.matchAll(/ from '\.\/([\w$]+)\.ts'$/gm)].map(([, name = '']) => name)
}
