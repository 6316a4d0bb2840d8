import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { createScene, type Handler } from './clean-up-scene.ts'
import { admin } from './sandbox.ts'

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

/** A server that does not respond to deletions while it is told so. */
async function hanging(isHanging: () => boolean) {
  return scene.listen((request, go) =>
    isHanging() && request.method === 'DELETE' ? new Promise<Response>(() => {}) : go(),
  )
}

describe('a run that is stopped', () => {
  test.each([
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ] as const)('by %s removes what it made and exits with %i', async (signal, expected) => {
    const command = scene.start((await scene.listen()).baseUrl)
    await scene.untilAccountsExist()
    command.kill(signal)
    expect((await command.ended).status).toBe(expected)
    expect(await scene.accounts()).toEqual([])
  })

  test('removes what it made when its terminal closes', async () => {
    const command = scene.start((await scene.listen()).baseUrl)
    await scene.untilAccountsExist()
    command.closeStreams()
    command.kill('SIGHUP')
    expect((await command.ended).status).toBe(129)
    expect(await scene.accounts()).toEqual([])
  })

  test('twice ends at once, and names the command that removes the rest', async () => {
    let isHanging = true
    const { baseUrl } = await hanging(() => isHanging)
    const command = scene.start(baseUrl, '--timeout', '30000')
    await scene.untilAccountsExist()
    command.kill('SIGINT')
    await command.says('Stopping the run')
    command.kill('SIGINT')
    const { status, err } = await command.ended
    expect(status).toBe(130)
    const [, name] = /windmill-user-contract --cleanup (\w+) --base-url http\S+\n$/.exec(err) ?? []
    expect(err).not.toContain(admin.password)
    isHanging = false
    expect((await scene.run(baseUrl, '--cleanup', String(name))).status).toBe(0)
    expect(await scene.accounts()).toEqual([])
  })
})

test('--cleanup finds what a killed run left without its manifest, too', async () => {
  const { baseUrl } = await scene.listen()
  await scene.kill(baseUrl)
  scene.forgetManifests()
  expect((await scene.run(baseUrl, '--cleanup')).status).toBe(0)
  expect(await scene.accounts()).toEqual([])
})

describe('on a server that is not ours', () => {
  test('lists what cannot be deleted with the reason and the command, and no super admin', async () => {
    let deletes = false
    const { baseUrl } = await scene.listen((request, go) =>
      request.method === 'DELETE' && request.url.includes('/users/delete/') && !deletes
        ? Promise.resolve(new Response('Method not allowed: no', { status: 405 }))
        : go(),
    )
    const filter = ['listUsers', 'listUsersAsSuperAdmin'].flatMap((operation) => ['--filter', operation])
    const { out } = await scene.run(baseUrl, ...filter, '--rule', 'valid-call', '--rule', 'role-allowed')
    const [, name = ''] =
      /Remove them with: windmill-user-contract --cleanup (\w+) --base-url \S+\n/.exec(out) ?? []
    const left = await scene.accounts()
    expect(left.length).toBeGreaterThan(2)
    expect(left.filter(({ super_admin }) => super_admin)).toEqual([])
    for (const { email } of left)
      expect(out).toContain(
        `  account ${email}: it is still listed; deleteGlobalUser responded with status 405\n`,
      )
    expect(scene.manifests()).toEqual([`${name}.json`])
    const again = await scene.run(baseUrl, '--cleanup', name)
    expect(again.out).toContain(`${left.length} left\n`)
    expect(again.status).toBe(1)
    deletes = true
    expect((await scene.run(baseUrl, '--cleanup')).status).toBe(0)
    expect(await scene.accounts()).toEqual([])
  })

  test('a server that dies half-way has everything left, which the run says', async () => {
    const { baseUrl, close } = await scene.listen()
    const command = scene.start(baseUrl)
    await scene.untilAccountsExist()
    await close()
    const { status, out } = await command.ended
    expect(status).toBe(2)
    for (const { email } of await scene.accounts()) expect(out).toContain(`account ${email}: `)
    const [name = ''] = scene.manifests().map((file) => file.replace('.json', ''))
    const other = (await scene.listen()).baseUrl
    const refused = await scene.run(other, '--cleanup', name)
    expect(refused.err).toContain(
      `The run ${name} was made on another server. Expected --base-url ${baseUrl}, got ${other}.`,
    )
    scene.forgetManifests()
    expect((await scene.run(other, '--cleanup', name)).status).toBe(0)
    expect(await scene.accounts()).toEqual([])
  })

  test.each<[string, Handler]>([
    ['200', async () => new Response('a-token-for-everybody')],
    [
      '404',
      async (request, go) =>
        request.url.endsWith('/login') ? go() : new Response('Not found: nothing', { status: 404 }),
    ],
  ])('--cleanup ends where everything is %s, and takes nothing to be removed', async (_status, handle) => {
    let isFaulty = false
    const { baseUrl } = await scene.listen((request, go) => (isFaulty ? handle(request, go) : go()))
    await scene.kill(baseUrl)
    const before = await scene.accounts()
    isFaulty = true
    const { status, out } = await scene.run(baseUrl, '--cleanup')
    for (const { email } of before)
      expect(out).toContain(`left account ${email}: no read shows that it is gone`)
    expect(out).toContain('\nFurther accounts may be left: ')
    expect(status).toBe(1)
    isFaulty = false
    expect(await scene.run(baseUrl, '--cleanup')).toMatchObject({ status: 0 })
    expect(await scene.accounts()).toEqual([])
  })

  test('--cleanup stops at a signal, whatever the server is doing, and the next one goes on', async () => {
    let isHanging = false
    const { baseUrl } = await hanging(() => isHanging)
    await scene.kill(baseUrl)
    isHanging = true
    const command = scene.start(baseUrl, '--cleanup', '--timeout', '600000')
    await command.says('cleaning up')
    command.kill('SIGTERM')
    expect((await command.ended).status).toBe(143)
    isHanging = false
    expect((await scene.run(baseUrl, '--cleanup')).out).toContain(' 0 left\n')
    expect(await scene.accounts()).toEqual([])
  })
})
