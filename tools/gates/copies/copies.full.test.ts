import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { installRuntimes } from '../runtimes/run-on.ts'
import { type Copy, callHooks, npmProject, packRelease, type Release } from './npm-project.ts'

const told = { rendered: 'ada grace', status: 404, isRecognized: true }

let release: Release
let project: string

beforeAll(async () => {
  release = await packRelease()
  const versions = { types: '0.3.1', client: '0.3.1', 'react-query': '0.3.1' }
  project = await npmProject(release, versions, path.join(release.folder, 'project'))
  // another line, such as one that a dependency of the application still needs
  const older = { types: '0.2.0', client: '0.2.0', 'react-query': '0.2.0' }
  await npmProject(release, older, path.join(project, 'other'))
})

afterAll(() => release?.remove())

test.each<readonly [client: Copy, hooks: Copy]>([
  ['import', 'import'],
  ['require', 'require'],
  ['import', 'require'],
  ['require', 'import'],
  ['import', 'other'],
  ['other', 'import'],
  ['other', 'require'],
])(
  'a client loaded by `%s` works in hooks loaded by `%s`, and recognizes their errors',
  async (client, hooks) => {
    expect(await callHooks(project, client, hooks)).toEqual(told)
  },
)

test.each(['20', '22', '24', '26'])('hooks work as CommonJS on Node %s, and beside ESM', async (version) => {
  const node = path.join(await installRuntimes(), `node_modules/node-${version}/bin/node`)

  expect(await callHooks(project, 'require', 'require', node)).toEqual(told)
  expect(await callHooks(project, 'import', 'require', node)).toEqual(told)
})
