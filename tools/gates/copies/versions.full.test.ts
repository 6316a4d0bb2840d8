import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { callHooks, npmProject, packRelease, type Release, type Versions } from './npm-project.ts'

let release: Release

beforeAll(async () => {
  release = await packRelease()
})

afterAll(() => release?.remove())

const told = { rendered: 'ada grace', status: 404, isRecognized: true }

test.each<readonly [what: string, versions: Versions]>([
  ['the hooks are one version behind', { types: '0.3.1', client: '0.3.1', 'react-query': '0.3.0' }],
  ['the hooks are one version ahead', { types: '0.3.1', client: '0.3.1', 'react-query': '0.3.2' }],
  ['the types are ahead of both', { types: '0.3.9', client: '0.3.1', 'react-query': '0.3.0' }],
])('npm installs one copy of each when %s, and hooks work', async (_, versions) => {
  const project = await npmProject(release, versions, path.join(release.folder, crypto.randomUUID()))

  const lock = JSON.parse(await readFile(path.join(project, 'node_modules/.package-lock.json'), 'utf8'))
  const ours = Object.keys(lock.packages).filter((place) => place.includes('@windmill-user-api/'))
  expect(ours.toSorted()).toEqual(
    ['client', 'react-query', 'types'].map((name) => `node_modules/@windmill-user-api/${name}`),
  )
  expect(await callHooks(project, 'import', 'import')).toEqual(told)
  expect(await callHooks(project, 'require', 'require')).toEqual(told)
})

test('npm refuses a client of another 0.x line beside the hooks', async () => {
  const versions = { types: '0.3.1', client: '0.4.0', 'react-query': '0.3.1' }
  const installed = npmProject(release, versions, path.join(release.folder, 'refused'))

  await expect(installed).rejects.toThrow(/ERESOLVE|E404/)
})
