import { existsSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { listPublishedPackages } from '../../src/packages/published.ts'

for (const { folder, manifest } of listPublishedPackages()) {
  describe(manifest.name, () => {
    test('says what it is, its licence, and what it runs on', () => {
      expect(manifest).toMatchObject({
        description: expect.stringMatching(/\w/),
        license: 'Apache-2.0',
        // declarations alone are CommonJS, which ES modules may import: the other way round they could not
        type: manifest.name.endsWith('/types') ? 'commonjs' : 'module',
        sideEffects: false,
        engines: { node: expect.stringMatching(/^>=\d+/) },
        files: expect.arrayContaining(['CHANGELOG.md']),
        publishConfig: expect.objectContaining({ access: 'public' }),
      })
    })

    test('leaves its origin to the package.json of the root', () => {
      for (const member of ['repository', 'homepage', 'bugs', 'author', 'contributors'])
        expect(manifest).not.toHaveProperty(member)
    })

    test('is found by words of its own', () => {
      expect(manifest['keywords']).toEqual(expect.arrayContaining([expect.stringMatching(/^[a-z]/)]))
    })

    test('lets tools read its package.json', () => {
      // Read from a package.json of this repository; a member that is missing fails the test.
      const { exports } = { exports: manifest['exports'], ...(manifest['publishConfig'] as object) }
      expect(exports).toMatchObject({ './package.json': './package.json' })
    })

    test('has a README', () => {
      expect(existsSync(path.join(folder, 'README.md'))).toBe(true)
    })
  })
}
