import { expect, test } from 'vitest'
import { distTagFor, inOrder, type Release } from './publish.ts'

const release = (name: string, needs: readonly string[] = []): Release => ({
  name,
  needs,
  version: '0.2.0',
  file: `/tmp/${name}.tgz`,
  size: 1,
})

test('a package is published after those that it needs', () => {
  const releases = [release('hooks', ['client', 'types']), release('client', ['types']), release('types')]
  expect(inOrder(releases).map(({ name }) => name)).toEqual(['types', 'client', 'hooks'])
})

test.each([
  ['the first release', '0.1.0', undefined, 'latest'],
  ['a newer version', '0.10.0', '0.9.3', 'latest'],
  ['a fix of an older line', '0.9.4', '0.10.0', 'release-0.9'],
  ['a prerelease', '0.11.0-next.2', '0.10.0', 'next'],
  ['the version after a prerelease that was the first of all', '0.1.0', '0.1.0-next.0', 'latest'],
])('%s is found by its own name', (_, version, latest, tag) => {
  expect(distTagFor(version, latest)).toBe(tag)
})
