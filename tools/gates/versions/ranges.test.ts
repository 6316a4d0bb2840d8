import path from 'node:path'
import { expect, test } from 'vitest'
import { repository } from '../../src/repository.ts'

const { hooks } = await import(path.join(repository, '.pnpmfile.mjs'))

test('a package is packed for every version of the 0.x line that the others are on', () => {
  const packed = hooks.beforePacking({
    name: '@windmill-user-api/react-query',
    dependencies: { '@windmill-user-api/types': '^0.3.2' },
    peerDependencies: { '@windmill-user-api/client': '^0.3.2', react: '>=18' },
  })

  expect(packed.dependencies).toEqual({ '@windmill-user-api/types': '^0.3.0' })
  expect(packed.peerDependencies).toEqual({ '@windmill-user-api/client': '^0.3.0', react: '>=18' })
})

test('the range of a package of others, and of a prerelease, stays as it is', () => {
  const dependencies = { 'openapi-fetch': '^0.17.3', '@windmill-user-api/types': '^0.3.2-next.1' }

  expect(hooks.beforePacking({ dependencies }).dependencies).toEqual(dependencies)
})

test('what only this repository uses is not packed', () => {
  const manifest = {
    name: '@windmill-user-api/types',
    devDependencies: { vitest: '5.1.1' },
    scripts: { build: 'tsdown' },
  }

  expect(hooks.beforePacking(manifest)).toEqual({ name: '@windmill-user-api/types' })
})
