import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { listPackages } from '../../src/packages/published.ts'
import { repository } from '../../src/repository.ts'
import { importsOf } from './imports-of.ts'

/**
 * Which package may import which, in its source. `client`, `sandbox` and `contract-tests` are three independent readings
 * of one document: if one imported another, a misreading would no longer show.
 */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  openapi: [],
  'lint-rules': [],
  codegen: ['openapi'],
  types: [],
  // bundled into those that use it
  'base-url': [],
  'command-line': [],
  client: ['types', 'base-url'],
  'react-query': ['client', 'types'],
  msw: ['types', 'base-url'],
  sandbox: ['openapi', 'types', 'command-line'],
  'contract-tests': ['openapi', 'types', 'command-line'],
  // the client, react-query and the sandbox for samples, the sandbox for the command as well
  docs: ['openapi', 'client', 'react-query', 'sandbox', 'command-line'],
  // the mocks in a program alone that runs in a project of its own
  tools: ['codegen', 'client', 'command-line', 'docs', 'msw', 'openapi', 'sandbox'],
}

const whereToLook = 'The table is `mayImport` in tools/gates/imports/imports.test.ts.'

const scope = '@windmill-user-api/'

for (const { folder, manifest } of listPackages()) {
  const name = manifest.name.slice(scope.length)

  describe(name, () => {
    test('has a line in the table of imports', () => {
      expect(Object.keys(mayImport), whereToLook).toContain(name)
    })

    test('imports no package that the table does not allow', () => {
      const forbidden = importsOf(folder).filter(({ specifier }) => {
        const imported = specifier.startsWith(scope) ? specifier.slice(scope.length).split('/')[0] : undefined
        return imported !== undefined && imported !== name && !mayImport[name]?.includes(imported)
      })
      expect(forbidden, whereToLook).toEqual([])
    })

    test('depends at run time on no package that the table does not allow', () => {
      const depends = Object.keys(manifest.dependencies ?? {}).filter((dependency) =>
        dependency.startsWith(scope),
      )
      expect(
        depends.filter((dependency) => !mayImport[name]?.includes(dependency.slice(scope.length))),
        whereToLook,
      ).toEqual([])
    })

    test('does not reach into the files of another package', () => {
      const outside = importsOf(folder).filter(
        ({ file, specifier }) =>
          specifier.startsWith('.') && isOfAnother(folder, path.resolve(repository, file, '..', specifier)),
      )
      expect(outside).toEqual([])
    })
  })
}

/** Whether a file is of a package in another folder. What the root has for all packages is of none. */
function isOfAnother(own: string, target: string): boolean {
  return listPackages().some(({ folder }) => folder !== own && isInside(folder, target))
}

function isInside(folder: string, target: string): boolean {
  return !path.relative(folder, target).startsWith('..')
}
