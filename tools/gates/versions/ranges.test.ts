import path from 'node:path'
import { expect, test } from 'vitest'
import { repository } from '../../src/repository.ts'

const { hooks, metadataOf } = await import(path.join(repository, '.pnpmfile.mjs'))

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

  expect(hooks.beforePacking({ name: '@windmill-user-api/msw', dependencies }).dependencies).toEqual(
    dependencies,
  )
})

test('what only this repository uses is not packed', () => {
  const manifest = {
    name: '@windmill-user-api/types',
    devDependencies: { vitest: '5.1.1' },
    scripts: { build: 'tsdown' },
  }

  const packed = hooks.beforePacking(manifest)
  expect(packed).not.toHaveProperty('devDependencies')
  expect(packed).not.toHaveProperty('scripts')
})

test('the package.json of the root says for all packages where they come from', () => {
  const root = {
    repository: 'https://git.example.com/acme/user-api',
    author: 'Ada Lovelace',
    keywords: ['openapi'],
  }

  expect(metadataOf({ name: '@windmill-user-api/client', keywords: ['fetch', 'openapi'] }, root)).toEqual({
    keywords: ['openapi', 'fetch'],
    homepage: 'https://git.example.com/acme/user-api/tree/HEAD/packages/client#readme',
    bugs: { url: 'https://git.example.com/acme/user-api/issues' },
    repository: {
      type: 'git',
      url: 'git+https://git.example.com/acme/user-api.git',
      directory: 'packages/client',
    },
    author: 'Ada Lovelace',
  })
})

test('the document is a package whose source lies in spec', () => {
  const root = { repository: 'https://git.example.com/acme/user-api' }
  expect(metadataOf({ name: '@windmill-user-api/openapi' }, root).repository.directory).toBe('spec')
})

test('as long as nobody has said where they come from, packages name no place', () => {
  expect(metadataOf({ name: '@windmill-user-api/client' }, {})).toEqual({ keywords: [] })
})
