import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { access, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import seedSchema from '../seed.schema.json' with { type: 'json' }
import { ConfigurationFailure, createSandbox, type Seed, type SeedProgress } from '../src/index.ts'
import { readSeedFile } from '../src/node.ts'
import { startCommand } from './start-command.ts'
import { ada, send } from './use-sandbox.ts'

const sample = new URL('../samples/team.yaml', import.meta.url).pathname

async function temporaryDirectory() {
  const directory = await mkdtemp(path.join(tmpdir(), 'sandbox-'))
  onTestFinished(() => rm(directory, { recursive: true }))
  return directory
}

/** The command with a file of this text: its exit status, and what it writes to the terminal. */
async function runWith(text: string, ...options: string[]) {
  const file = path.join(await temporaryDirectory(), 'world.yaml')
  await writeFile(file, text)
  const main = new URL('../src/main.ts', import.meta.url).pathname
  const command = spawn(process.execPath, [main, '--port', '0', '--seed', file, ...options])
  let errors = ''
  command.stderr.on('data', (chunk) => {
    errors += chunk
  })
  const [status] = await once(command, 'close')
  return { status, errors: errors.replaceAll(file, 'world.yaml') }
}

const call = (url: string, line: string, body?: unknown) =>
  send((request) => fetch(request.url.replace('http://localhost:8000/api', url), request), line, {
    as: ada,
    body,
  })

test('the sample of the README is a file that is run', async () => {
  const readme = await readFile(new URL('../README.md', import.meta.url), 'utf8')
  expect(readme).toContain(`\`\`\`yaml\n${await readFile(sample, 'utf8')}\`\`\``)
})

test('the command begins with a file', async () => {
  const { url, written, stop } = await startCommand('--seed', sample)
  expect(written.out).toContain('accounts  grace@example.com / nanoseconds-matter\n')
  expect(await call(url, 'GET /w/analytics/users/whoami')).toMatchObject({
    status: 200,
    body: { username: 'ada', email: 'ada@example.com', is_admin: false },
  })
  expect(await stop('SIGTERM')).toBe(0)
})

test('a library begins with the same file, and goes back to it', async () => {
  const sandbox = await createSandbox({ seed: await readSeedFile(sample) })
  onTestFinished(() => sandbox.close())
  const leave = () => send(sandbox.fetch, 'POST /w/analytics/users/leave_workspace', { as: ada })
  expect([(await leave()).status, (await leave()).status]).toEqual([200, 403])
  await sandbox.reset()
  expect((await leave()).status).toBe(200)
})

test('each thing of a seed is there', async () => {
  const seed: Seed = {
    accounts: [
      {
        email: 'Grace@Example.com',
        password: 'x',
        superAdmin: true,
        name: 'Grace Hopper',
        company: 'Eckert-Mauchly',
      },
    ],
    workspaces: [{ id: 'demo', name: 'Demo' }],
    members: [
      {
        workspace: 'demo',
        email: 'grace@example.com',
        username: 'grace',
        isAdmin: true,
        createdAt: '2026-11-03T09:30:00+01:00',
      },
    ],
    invites: [{ workspace: 'demo', email: 'Katherine@example.com', isAdmin: true }],
    tokens: [
      {
        token: ada,
        email: 'grace@example.com',
        expiration: '2127-01-01T00:00:00Z',
        createdAt: new Date('2026-11-05T14:20:00Z'),
      },
    ],
  }
  const sandbox = await createSandbox({ seed })
  onTestFinished(() => sandbox.close())
  const ask = async (line: string) => (await send(sandbox.fetch, line, { as: ada })).body
  expect(await ask('GET /users/whoami')).toMatchObject({
    email: 'grace@example.com',
    name: 'Grace Hopper',
    company: 'Eckert-Mauchly',
    super_admin: true,
  })
  expect(await ask('GET /w/demo/users/whoami')).toMatchObject({ created_at: '2026-11-03T08:30:00.000Z' })
  expect(await ask('GET /w/demo/workspaces/list_pending_invites')).toEqual([
    { workspace_id: 'demo', email: 'katherine@example.com', is_admin: true },
  ])
  expect(await ask('GET /users/tokens/list')).toMatchObject([
    { label: null, expiration: '2127-01-01T00:00:00.000Z', created_at: '2026-11-05T14:20:00.000Z' },
  ])
})

test('a large one fits into statements', async () => {
  const email = (index: number) => `member-${index}@example.com`
  const members = Array.from({ length: 10_000 }, (_, index) => ({
    workspace: 'demo',
    email: email(index),
    username: `member-${index}`,
    isAdmin: index === 0,
  }))
  const accounts = [{ email: email(0), password: 'x', superAdmin: true }]
  const workspaces = [{ id: 'demo', name: 'Demo' }]
  const tokens = [{ token: ada, email: email(0) }]
  const sandbox = await createSandbox({ seed: { accounts, workspaces, members, tokens } })
  onTestFinished(() => sandbox.close())
  const { body } = await send(sandbox.fetch, 'GET /w/demo/users/list_usernames', { as: ada })
  expect(body).toHaveLength(10_000)
})

test('a wrong value is refused, and nothing is written', async () => {
  const data = path.join(await temporaryDirectory(), 'data')
  const refused = createSandbox({ data, seed: { accounts: [] } })
  await expect(refused).rejects.toThrow(
    'The seed is wrong in one place. Nothing was written.\n\n  accounts is empty. Expected at least one.',
  )
  await expect(refused).rejects.toBeInstanceOf(ConfigurationFailure)
  await expect(access(data)).rejects.toThrow('ENOENT')
})

test('a wrong file is refused with each line, status 2, and nothing is written', async () => {
  const data = path.join(await temporaryDirectory(), 'data')
  const wrong = [
    'accounts:',
    '  - { email: grace@example.com, password: secret-of-grace, superAdmin: true }',
    '  - { email: grace@example.com, password: 12345 }',
    'members:',
    '  - { workspace: demo, email: ada@example.com, username: ada }',
  ]
  const { status, errors } = await runWith(wrong.join('\n'), '--data', data)
  expect(status).toBe(2)
  expect(errors).toBe(
    [
      'windmill-user-sandbox: world.yaml is wrong in 3 places. Nothing was written.',
      '',
      '  world.yaml:3:7  accounts[1].email: the e-mail grace@example.com has an account already, by accounts[0].',
      "  world.yaml:3:33  accounts[1].password must be a text (in quotes, '…', where it looks like a number), and is a number. Example: password: analytical-engine",
      '  world.yaml:5:7  members[0].workspace: there is no workspace demo.',
      '',
    ].join('\n'),
  )
  await expect(access(data)).rejects.toThrow('ENOENT')
})

test.each([
  ['nowhere.yaml', 'there is no file'],
  ['', 'is a directory. Expected a file, such as world.yaml.'],
])('a file that cannot be read is refused (%j)', async (name, message) => {
  const file = path.join(await temporaryDirectory(), name)
  await expect(readSeedFile(file)).rejects.toThrow(message)
})

test('a file that is not UTF-8 is refused', async () => {
  const file = path.join(await temporaryDirectory(), 'world.yaml')
  await writeFile(file, Uint8Array.of(0xff, 0xfe, 0x61))
  await expect(readSeedFile(file)).rejects.toThrow('is not UTF-8. Save it as UTF-8.')
})

test('a database with accounts keeps them, and the command says so', async () => {
  const data = await temporaryDirectory()
  const first = await createSandbox({ data })
  expect(first.seeded).toBe(true)
  await first.close()
  const { url, written, stop } = await startCommand('--seed', sample, '--data', data)
  expect(written.out).toContain('accounts  those that the database holds already')
  expect(written.out).not.toContain('grace@example.com')
  expect((await call(url, 'GET /users/whoami')).status).toBe(401)
  await stop('SIGTERM')
})

test('a seed that has been changed is another one', async () => {
  const accounts = [{ email: 'grace@example.com', password: 'x', superAdmin: true }]
  const seed = { accounts, tokens: [{ token: ada, email: 'grace@example.com' }] }
  await (await createSandbox({ seed })).close()
  seed.tokens = []
  const sandbox = await createSandbox({ seed })
  onTestFinished(() => sandbox.close())
  expect((await send(sandbox.fetch, 'GET /users/whoami', { as: ada })).status).toBe(401)
})

test('a seed may bring the hash of a password, with which people log in', async () => {
  const [first] = seedSchema.properties.accounts.items.properties.passwordHash.examples
  const account = { email: 'ada@example.com', superAdmin: true, passwordHash: String(first) }
  const sandbox = await createSandbox({ seed: { accounts: [account] } })
  onTestFinished(() => sandbox.close())
  const status = async (password: string) =>
    (await send(sandbox.fetch, 'POST /auth/login', { body: { email: account.email, password } })).status
  expect([await status('analytical-engine'), await status('difference-engine')]).toEqual([200, 400])
})

test('a start tells how far it is with the passwords of a seed', async () => {
  const account = (name: string) => ({ email: `${name}@example.com`, password: name, superAdmin: true })
  const told: SeedProgress[] = []
  const seed = { accounts: ['ada', 'grace', 'katherine'].map(account) }
  const sandbox = await createSandbox({ seed, onProgress: (progress) => told.push(progress) })
  await sandbox.close()
  expect(told).toEqual([1, 2, 3].map((hashed) => ({ hashed, total: 3 })))
})
