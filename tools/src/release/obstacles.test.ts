import { expect, test } from 'vitest'
import { type Checkout, obstaclesOf } from './obstacles.ts'

const ready: Checkout = {
  root: { repository: 'https://git.example.com/acme/petstore', author: 'Ada Lovelace' },
  packages: [
    {
      manifest: { name: '@acme/petstore-client', version: '0.1.0' },
      changelog: '# @acme/petstore-client\n\n## 0.1.0\n\n### Minor Changes\n',
    },
  ],
  changed: [],
}

test('a checkout with a version, its changelog and an origin can be released', () => {
  expect(obstaclesOf(ready)).toEqual([])
})

test('without an origin, the line to write is named', () => {
  expect(obstaclesOf({ ...ready, root: {} })).toEqual([
    expect.stringContaining('Add "repository": "https://github.com/acme/petstore"'),
    expect.stringContaining('Add "author": "Ada Lovelace"'),
  ])
})

test('a repository has to be the page that readers open', () => {
  const root = { ...ready.root, repository: 'git@git.example.com:acme/petstore.git' }
  expect(obstaclesOf({ ...ready, root })).toEqual([expect.stringContaining('No repository is named')])
})

test('a version without an entry in the changelog has not been bumped', () => {
  const packages = [{ manifest: { name: '@acme/petstore-client', version: '0.2.0' }, changelog: '' }]
  expect(obstaclesOf({ ...ready, packages })).toEqual([
    'The changelog of @acme/petstore-client has no entry for 0.2.0. Run: pnpm bump',
  ])
})

test('what is published is what is committed', () => {
  expect(obstaclesOf({ ...ready, changed: ['spec/openapi.yaml'] })).toEqual([
    'The checkout differs from its commit: spec/openapi.yaml. Commit or remove that.',
  ])
})
