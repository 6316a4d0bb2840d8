import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { copyCheckout } from '../../src/bench/copy-checkout.ts'
import { freePort } from '../browser/free-port.ts'

const edited = 'spec/paths/users_whoami.yaml'

/** Milliseconds that all of it takes where nothing is cached and others work, too. */
const aColdBuild = 300_000

let root: string
let dev: ChildProcess
let url: string
let right: string
let printed = ''

beforeAll(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'windmill-user-api-dev-'))
  await copyCheckout(root)
  await promisify(execFile)('pnpm', ['install', '--prefer-offline', '--frozen-lockfile'], { cwd: root })
  right = await readFile(path.join(root, edited), 'utf8')
  const port = await freePort()
  url = `http://localhost:${port}`
  dev = spawn(process.execPath, ['tools/src/dev/main.ts', '--port', String(port)], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, pnpm_config_verify_deps_before_run: 'false' },
  })
  for (const stream of [dev.stdout, dev.stderr])
    stream?.setEncoding('utf8').on('data', (text: string) => {
      printed += text
    })
})

afterAll(async () => {
  dev.kill('SIGKILL')
  await rm(root, { recursive: true, force: true })
})

const withText = (text: string) => right.replace('description: |\n', `description: |\n    ${text}\n`)

async function save(text: string): Promise<void> {
  await writeFile(path.join(root, edited), text)
}

/** Waits until the command has printed it, from a place of what it prints. */
async function untilPrinted(text: RegExp, from: number): Promise<string> {
  for (;;) {
    const [found] = text.exec(printed.slice(from)) ?? []
    if (found) return found
    if (dev.exitCode !== null) throw new Error(printed)
    await wait(50)
  }
}

async function page(): Promise<string> {
  const response = await fetch(`${url}/reference/globalWhoami/`)
  return `${response.status} ${await response.text()}`
}

test(
  'a save during the first build is seen',
  async () => {
    await untilPrinted(/building/, 0)
    await wait(2_000)
    await save(withText('Saved during the first build.'))

    await expect.poll(page, { timeout: aColdBuild, interval: 200 }).toContain('Saved during the first build.')
    await untilPrinted(/up to date after/, 0)
  },
  aColdBuild,
)

test('a mistake is one message, and the last good state is served', async () => {
  const from = printed.length
  await save(right.replace('  description: |', '   description: |'))
  await untilPrinted(/Waiting for the next change/, from)

  expect(printed.slice(from).trim().split('\n')).toEqual([
    expect.stringMatching(/^spec\/paths\/users_whoami\.yaml:\d+:4 yaml: This line begins after 3 spaces/),
    'Nothing was built.',
    'Waiting for the next change.',
  ])
  expect(await page()).toMatch(/^200 .*Saved during the first build\./s)
})

test(
  'no call fails while everything is built anew, and a login outlives the sandbox that gave it',
  async () => {
    const body = JSON.stringify({ email: 'admin@windmill.dev', password: 'changeme' })
    const headers = { 'Content-Type': 'application/json' }
    const token = await (await fetch(`${url}/api/auth/login`, { method: 'POST', headers, body })).text()
    const statuses = new Set<number>()
    const from = printed.length
    let isBuilding = true
    const polling = (async () => {
      while (isBuilding) {
        statuses.add((await fetch(`${url}/reference/globalWhoami/`)).status)
        const whoami = await fetch(`${url}/api/users/whoami`, {
          headers: { Authorization: `Bearer ${token}` },
        })
        statuses.add(whoami.status)
        await whoami.text()
        await wait(20)
      }
    })()
    // Its schema is loaded by the sandbox, which starts again.
    await save(right)
    const schema = path.join(root, 'spec/components/schemas/Username.yaml')
    await writeFile(schema, (await readFile(schema, 'utf8')).replace('maxLength: 50', 'maxLength: 49'))
    await untilPrinted(/Username\.yaml.*up to date after|users_whoami\.yaml and 1 more: up to date/, from)
    isBuilding = false
    await polling

    expect([...statuses]).toEqual([200])
  },
  aColdBuild,
)

test('an interruption ends it, and all that it started', async () => {
  dev.kill('SIGINT')
  await once(dev, 'exit')

  await expect(fetch(url)).rejects.toThrow()
  expect(dev.exitCode).toBe(0)
})
