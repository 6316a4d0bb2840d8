import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { DocumentModel } from '@windmill-user-api/codegen'
import { handWrittenPlaces } from './hand-written-places.ts'
import { namesOf } from './names-of.ts'
import type { Place } from './place.ts'

export const places: readonly Place[] = [
  ...handWrittenPlaces,
  {
    where: 'packages/types/src/generated/openapi.d.ts: operations["<id>"]',
    internal: false,
    remedy: 'Build again: pnpm build.',
    find: (root) => membersOfOperations(root, 'packages/types/src/generated/openapi.d.ts'),
  },
  {
    where: 'packages/client/src/generated/operations/<id>.ts',
    internal: false,
    remedy: 'Build again: pnpm build.',
    find: (root) => namesOf(root, 'packages/client/src/generated/operations/*.ts'),
  },
  {
    where: 'packages/react-query/src/generated/operations/<id>.ts',
    internal: false,
    remedy: 'Build again: pnpm build.',
    find: (root) => namesOf(root, 'packages/react-query/src/generated/operations/*.ts'),
  },
  {
    where: 'packages/msw/src/generated/operations/<id>.ts',
    internal: false,
    remedy: 'Build again: pnpm build.',
    find: (root) => namesOf(root, 'packages/msw/src/generated/operations/*.ts'),
  },
  {
    where: 'packages/contract-tests/src/generated/<id>.contract.test.ts',
    internal: true,
    remedy: 'Build again: pnpm build.',
    find: (root) => namesOf(root, 'packages/contract-tests/src/generated/*.contract.test.ts'),
  },
  {
    where: 'packages/docs/src/generated/pages/reference/<id>.md',
    internal: false,
    remedy: 'Build again: pnpm build.',
    find: (root) => namesOf(root, 'packages/docs/src/generated/pages/reference/*.md', ['index']),
  },
  {
    where: 'packages/docs/src/generated/samples/<id>.ts',
    internal: false,
    remedy: 'Build again: pnpm build.',
    find: (root) => namesOf(root, 'packages/docs/src/generated/samples/*.ts'),
  },
]

/** What is wrong at a place, each with where to look; nothing where all is well. */
export function deviations(place: Place, model: DocumentModel, found: readonly string[]): string[] {
  const { where, internal, remedy } = place
  const expected = model.operations.filter((operation) => internal || !operation.internal).map(({ id }) => id)
  const at = (id: string) => where.replaceAll('<id>', id)
  return [
    ...expected.filter((id) => !found.includes(id)).map((id) => `${at(id)} is missing. ${remedy}`),
    ...found
      .filter((id) => !expected.includes(id))
      .map(
        (id) =>
          `${at(id)} has no operation "${id}" in spec/paths. Remove it, or rename it as the operation was.`,
      ),
  ]
}

/** The members of `interface operations`, which openapi-typescript indents by four. */
function membersOfOperations(root: string, file: string): string[] {
  const text = readFileSync(path.join(root, file), 'utf8')
  const [, body = ''] = /^export interface operations \{\n(.*?)^\}/ms.exec(text) ?? []
  return [...body.matchAll(/^ {4}(\w+): \{/gm)].map(([, name = '']) => name)
}
