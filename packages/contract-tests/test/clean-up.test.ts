import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { createScene } from './clean-up-scene.ts'

// Each test starts several processes one after the other.
vi.setConfig({ testTimeout: 240_000 })

let scene: Awaited<ReturnType<typeof createScene>>

beforeAll(async () => {
  scene = await createScene()
})
afterAll(() => {
  vi.resetConfig()
  return scene.close()
})

test('a stopped run says so at once, removes what it made, reports what it has checked, and exits with 130', async () => {
  const { baseUrl } = await scene.listen()
  const files = ['report.json', 'report.xml', 'report.sarif', 'deviations.yaml']
  const reports = ['--report', files.slice(0, 3).join(','), '--write-deviations', 'deviations.yaml']
  const command = scene.start(baseUrl, '--concurrency', '1', ...reports)
  await scene.untilAccountsExist()
  command.kill('SIGINT')
  const { status, err, out } = await command.ended
  expect(err).toMatch(
    /SIGINT: Stopping the run and removing what it made: \d+ accounts?, \d+ workspaces?\. Send it again to end at once\.\n/,
  )
  expect(status).toBe(130)
  expect(await scene.accounts()).toEqual([])
  expect(out).toMatch(/! The run was stopped\.\n\n0 findings, 0 new; \d+ checks passed/)
  expect(err).toContain('deviations.yaml was not written: the run ended before its last check.\n')
  const written = files.filter((file) => existsSync(path.join(scene.folder, file)))
  expect(written).toEqual(['report.json', 'report.xml', 'report.sarif'])
  const report = JSON.parse(readFileSync(path.join(scene.folder, 'report.json'), 'utf8'))
  expect(report).toMatchObject({ exitStatus: 2, stopped: 'The run was stopped.', findings: [], left: [] })
  for (const file of written) rmSync(path.join(scene.folder, file))
  expect(readdirSync(scene.folder)).toEqual([])
})

test('a killed run has listed what it made, without a secret, and --cleanup leaves nothing', async () => {
  const { baseUrl } = await scene.listen()
  await scene.kill(baseUrl)
  const [file = ''] = scene.manifests()
  const text = readFileSync(path.join(scene.folder, '.windmill-contract', file), 'utf8')
  for (const { email } of await scene.accounts()) expect(text).toContain(email)
  expect(text).not.toMatch(/password/i)
  const { status, out, err } = await scene.run(baseUrl, '--cleanup')
  expect(err).toContain('with at most 10,000 calls and 10 minutes')
  expect(out).toMatch(/\n\d+ removed, 0 left\n$/)
  expect(status).toBe(0)
  expect(await scene.accounts()).toEqual([])
  expect(readdirSync(scene.folder)).toEqual([])
})

test('reports a folder that cannot be written before the first request, with the option that changes it', async () => {
  let requests = 0
  const { baseUrl } = await scene.listen((_request, go) => {
    requests += 1
    return go()
  })
  const file = path.join(scene.folder, '.windmill-contract')
  writeFileSync(file, 'a file')
  const quick = ['--filter', 'getCurrentEmail', '--rule', 'credentials-missing']
  const { status, err } = await scene.run(baseUrl, ...quick)
  expect(err).toMatch(/\.windmill-contract\/\w+\.json cannot be written: .* --manifest <folder>/)
  expect([status, requests]).toEqual([2, 0])
  expect((await scene.run(baseUrl, ...quick, '--manifest', 'elsewhere')).status).toBe(0)
  expect(existsSync(path.join(scene.folder, 'elsewhere'))).toBe(false)
  rmSync(file)
})
