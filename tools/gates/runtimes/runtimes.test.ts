import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type FreshProject, freshProject } from './fresh-project.ts'
import { bundled, installRuntimes, onChromium, onCommand, onWorkerd } from './run-on.ts'
import { type CornerServer, serveCorners } from './server.ts'

let project: FreshProject
let server: CornerServer
let runtimes: string

beforeAll(async () => {
  runtimes = await installRuntimes()
  project = await freshProject(['types', 'client'], path.join(import.meta.dirname, 'program'))
  server = await serveCorners(await bundled(project.folder, 'page.mjs'))
}, 300_000)

afterAll(async () => {
  await server?.[Symbol.asyncDispose]()
  await project?.remove()
})

/** What the program tells on every runtime. */
const story = {
  me: 'Ada Lovelace',
  text: 'ada@example.com',
  safe: 'grace@example.com',
  byPath: 'ada@example.com',
  accounts: ['ada@example.com', 'admin@windmill.dev', 'grace@example.com', 'katherine@example.com'],
  notFound: { kind: 'status', body: expect.stringMatching(/^Not found: /) },
  climbing: { name: 'RefusedError', kind: 'refused', operation: 'whois', argument: 'username' },
  late: { name: 'TimeoutError', kind: 'timeout', operation: 'globalWhoami' },
  over: { name: 'DeadlineError', kind: 'deadline', operation: 'globalWhoami' },
  aborted: { name: 'AbortedError', kind: 'aborted', operation: 'globalWhoami' },
  again: 'ada@example.com',
  redirected: 'undeclared-status',
  compressed: 'ada@example.com',
  secrets: [],
  // no cookie is kept, so nobody is logged in
  cookie: 401,
}

describe('the packed client tells the same story', () => {
  test.each(['20', '22', '24', '26'])('on Node %s', async (version) => {
    const node = path.join(runtimes, `node_modules/node-${version}/bin/node`)
    expect(await onCommand(node, [], project.folder, server.origin)).toEqual(story)
  })

  test('on Deno, with no permission but the network', async () => {
    const deno = path.join(runtimes, 'node_modules/.bin/deno')
    expect(await onCommand(deno, ['run', '--allow-net'], project.folder, server.origin)).toEqual(story)
  })

  test('on Bun', async () => {
    const bun = path.join(runtimes, 'node_modules/.bin/bun')
    expect(await onCommand(bun, [], project.folder, server.origin)).toEqual(story)
  })

  test('on workerd', async () => {
    expect(await onWorkerd(runtimes, project.folder, server.origin)).toEqual(story)
  })

  test('in Chromium, which keeps cookies and hides redirects', async () => {
    const told = await onChromium(server.origin)
    expect(told).toEqual({ ...story, redirected: 'network', cookie: 'ada@example.com' })
  })
})

test('no redirect was followed, and no token came with a cookie', () => {
  expect(server.faults).toEqual([])
})
