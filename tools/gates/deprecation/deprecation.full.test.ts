import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { copyCheckout } from '../../src/bench/copy-checkout.ts'

const run = promisify(execFile)

const edited = 'spec/paths/w_{workspace}_users_list_usernames.yaml'
const mark = [
  '  deprecated: true',
  '  x-deprecated-since: 2026-11-01',
  '  x-sunset: 2027-05-01',
  '  x-replaced-by: listUsers',
  '  x-deprecated-reason: Its names come without their owners.',
]
const told =
  'Use `listUsers` instead. Its names come without their owners. It may stop working on 2027-05-01.'
const headers = ['@1793491200', 'Sat, 01 May 2027 00:00:00 GMT']

/** Milliseconds for a cold build where others work, too. */
const aColdBuild = 900_000

let root: string

const read = (file: string) => readFile(path.join(root, file), 'utf8')

/** Runs a program there, and gives what it prints as JSON. */
async function printed(program: string): Promise<unknown> {
  const file = path.join(root, 'tools/program.mjs')
  await writeFile(file, program)
  const { stdout } = await run(process.execPath, [file], { cwd: path.join(root, 'tools') })
  return JSON.parse(stdout)
}

beforeAll(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'windmill-user-api-deprecation-'))
  await copyCheckout(root)
  await run('pnpm', ['install', '--prefer-offline', '--frozen-lockfile'], { cwd: root })
  const text = await read(edited)
  await writeFile(path.join(root, edited), text.replace('    - user\n', `    - user\n${mark.join('\n')}\n`))
  await run(process.execPath, ['tools/src/build/main.ts'], {
    cwd: root,
    env: { ...process.env, pnpm_config_verify_deps_before_run: 'false' },
    maxBuffer: 64 * 1024 * 1024,
  })
}, aColdBuild)

afterAll(() => rm(root, { recursive: true, force: true }))

test('the docs say it in each place that lists or shows the operation', async () => {
  const page = await read('packages/docs/dist/reference/listUsernames/index.html')
  expect(page).toContain('since 2026-11-01: Its names come without their owners.')
  expect(page).toMatch(/<a href="[^"]*\blistUsers\/index\.html">listUsers<\/a>/)
  expect(page).toContain('on 2027-05-01')
  expect(page).toMatch(/<a href="[^"]*"[^>]*class="[^"]*\bdeprecated\b/)
  expect(await read('packages/docs/dist/reference/index.html')).toContain('List usernames (deprecated)')
  expect(await read('packages/docs/dist/reference/listUsernames.md')).toMatch(
    /- Replaced by: \[listUsers\]\([^)]*\blistUsers\.md\)/,
  )
  expect(await read('packages/docs/dist/llms.txt')).toContain('List usernames (deprecated: use listUsers)')
  expect(await read('packages/docs/dist/UserApi.md')).toContain('**Deprecated since 2026-11-01.**')
})

test.each([
  'client/dist/index.d.ts',
  'react-query/dist/generated/hooks/listUsernames.d.ts',
  'msw/dist/index.d.ts',
  'types/src/generated/openapi.d.ts',
])('an editor reads in %s what to do instead', async (file) => {
  const text = await read(`packages/${file}`)
  expect(text.replaceAll(/\s+(?:\* )?/g, ' ')).toContain(`@deprecated ${told}`)
})

test('each answer of the sandbox says it, refusals as well, and no other operation does', async () => {
  const answers = await printed(`
    import { createSandbox, exampleWorld } from '@windmill-user-api/sandbox'
    const sandbox = await createSandbox({ seed: exampleWorld })
    const base = 'http://localhost/api'
    const body = JSON.stringify({ email: 'admin@windmill.dev', password: 'changeme' })
    const json = { 'Content-Type': 'application/json' }
    const login = await sandbox.fetch(new Request(base + '/auth/login', { method: 'POST', headers: json, body }))
    const Authorization = 'Bearer ' + (await login.text())
    const answers = []
    for (const [path, headers] of [
      ['list_usernames', { Authorization }],
      ['list_usernames', {}],
      ['list', { Authorization }],
    ]) {
      const answer = await sandbox.fetch(new Request(base + '/w/demo/users/' + path, { headers }))
      answers.push([answer.status, answer.headers.get('Deprecation'), answer.headers.get('Sunset')])
    }
    console.log(JSON.stringify(answers))
    await sandbox.close()
  `)
  expect(answers).toEqual([
    [200, ...headers],
    [401, ...headers],
    [200, null, null],
  ])
})

test('a mock says it', async () => {
  const answer = await printed(`
    import { createHandlers } from '../packages/msw/src/index.ts'
    import { getResponse } from 'msw'
    const handlers = createHandlers({ baseUrl: 'http://localhost/api' })
    const answer = await getResponse([handlers.listUsernames(200)], new Request('http://localhost/api/w/demo/users/list_usernames'))
    console.log(JSON.stringify([answer.status, answer.headers.get('Deprecation'), answer.headers.get('Sunset')]))
  `)
  expect(answer).toEqual([200, ...headers])
})

test('contract checks accept a server that says it, and name the header of one that does not', async () => {
  const findings = await printed(`
    import { runContract } from '../packages/contract-tests/src/index.ts'
    import { createSandbox } from '@windmill-user-api/sandbox'
    const sandbox = await createSandbox()
    const silent = async (request) => {
      const answer = await sandbox.fetch(request)
      const headers = new Headers(answer.headers)
      headers.delete('Deprecation')
      return new Response(answer.body, { status: answer.status, headers })
    }
    const found = []
    for (const fetch of [(request) => sandbox.fetch(request), silent]) {
      const report = await runContract({
        baseUrl: 'http://localhost/api',
        fetch,
        admin: { email: 'admin@windmill.dev', password: 'changeme' },
        filter: ['listUsernames'],
      })
      found.push([...new Set(report.findings.map(({ observation }) => observation))])
    }
    console.log(JSON.stringify(found))
    await sandbox.close()
  `)
  expect(findings).toEqual([[], ['header Deprecation']])
})
