import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { DocumentModel } from '@windmill-user-api/codegen'

/** One of the places where every operation stands under its name. */
export interface Place {
  /** Where a person looks, with `<id>` for the name. */
  readonly where: string
  /** The neighbours (`x-internal`) stand here too. */
  readonly internal: boolean
  /** What to do about one that is missing. */
  readonly remedy: string
  /** The names that are there, below the root of a checkout. */
  readonly find: (root: string) => string[]
}

export const places: readonly Place[] = [
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

/** Names of files, without what comes after the first dot. Tests are no place of their own. */
function namesOf(root: string, pattern: string, others: readonly string[] = []): string[] {
  return globSync(pattern, { cwd: root })
    .map((file) => path.basename(file))
    .filter((file) => pattern.includes('.test.') || !/\.test(-d)?\.ts$/.test(file))
    .map((file) => file.replace(/\..*/, ''))
    .filter((name) => !others.includes(name))
}

/** The members of `interface operations`, which openapi-typescript indents by four. */
function membersOfOperations(root: string, file: string): string[] {
  const text = readFileSync(path.join(root, file), 'utf8')
  const [, body = ''] = /^export interface operations \{\n(.*?)^\}/ms.exec(text) ?? []
  return [...body.matchAll(/^ {4}(\w+): \{/gm)].map(([, name = '']) => name)
}
