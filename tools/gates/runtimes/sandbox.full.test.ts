import { execFile } from 'node:child_process'
import path from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type FreshProject, freshProject } from './fresh-project.ts'
import { installRuntimes, outputOf } from './run-on.ts'

let project: FreshProject
let runtimes: string

beforeAll(async () => {
  project = await freshProject(['sandbox'], path.join(import.meta.dirname, 'sandbox'))
  runtimes = await installRuntimes()
}, 300_000)

afterAll(() => project?.remove())

test.each(['20', '22', '24', '26'])(
  'the packed sandbox answers on Node %s, as ESM and as CommonJS',
  async (version) => {
    const node = path.join(runtimes, `node_modules/node-${version}/bin/node`)

    expect(await outputOf(node, ['answer.mjs'], project.folder)).toEqual({ import: 200, require: 200 })
  },
)

test.each(['20', '22', '24', '26'])(
  'a test of node:test with a sandbox ends by itself on Node %s',
  async (version) => {
    const node = path.join(runtimes, `node_modules/node-${version}/bin/node`)
    const options = { cwd: project.folder, timeout: 60_000 }
    const { stdout } = await promisify(execFile)(node, ['--test', 'unclosed.test.mjs'], options)

    expect(stdout).toMatch(/pass 1\n/)
  },
)
