import { once } from 'node:events'
import { request } from 'node:http'
import { expect, onTestFinished, test } from 'vitest'
import type { CommandOptions } from './command-options.ts'
import { explainFailure } from './explain-failure.ts'
import { run as runWithLog } from './run.ts'

const options: CommandOptions = {
  port: 0,
  host: 'localhost',
  seed: 'example',
  watch: false,
  checkResponses: true,
  failSeed: 1,
  quiet: false,
}

const run = (chosen: CommandOptions) => runWithLog(chosen, () => undefined)

test('introduces itself with its URL, accounts and where the data is', async () => {
  const { introduction, url, stop } = await run(options)
  onTestFinished(stop)
  expect(introduction).toContain(`URL       ${url}/api\n`)
  expect(introduction).toContain('admin@windmill.dev / changeme\n')
  expect(introduction).toContain('ada@example.com / analytical-engine\n')
  expect(introduction).toContain('in memory')
})

test('sends a login by OAuth back to where it listens', async () => {
  const { url, stop } = await run(options)
  onTestFinished(stop)
  const response = await fetch(`${url}/api/oauth/login/sandbox`, { redirect: 'manual' })
  expect(response.headers.get('Location')).toMatch(new RegExp(`^${url}/api/oauth/provider/authorize\\?`))
})

/** The status of a request that names a host, which `fetch` would not let it. */
async function statusFor(url: string, host: string): Promise<number> {
  const [answer] = await once(
    request(`${url}/api/users/email`, { headers: { Host: host } }).end(),
    'response',
  )
  answer.resume()
  return answer.statusCode
}

test('takes requests for the hosts of its options, and no others', async () => {
  const { url, stop } = await run({
    ...options,
    allowHost: ['sandbox'],
    publicUrl: 'https://users.example.com',
  })
  onTestFinished(stop)
  const hosts = ['localhost', 'sandbox:8000', 'users.example.com', 'evil.example']
  const statuses = await Promise.all(hosts.map((host) => statusFor(url, host)))
  expect(statuses).toEqual([401, 401, 401, 403])
})

test('answers no more after it has been stopped', async () => {
  const { url, stop } = await run(options)
  await stop()
  await expect(fetch(`${url}/api/users/email`)).rejects.toThrow()
})

test('tells what to do about a taken port', async () => {
  const { url, stop } = await run(options)
  onTestFinished(stop)
  const taken = { ...options, port: Number(new URL(url).port) }
  const failure = await run(taken).catch((error: unknown) => explainFailure(error, taken))
  expect(failure).toBe(
    `localhost:${taken.port} is taken. Choose another port, such as --port 8001, or 0 for a free one.`,
  )
})

test.each<[string, Partial<CommandOptions>, number]>([
  ['on this machine, in memory', {}, 200],
  ['elsewhere', { publicUrl: 'https://users.example.com' }, 404],
  ['at every address', { host: '0.0.0.0' }, 404],
  ['at every address, when told', { host: '0.0.0.0', console: true }, 200],
  ['on this machine, when told not to', { console: false }, 404],
])('has its console %s', async (_where, chosen, status) => {
  const { introduction, url, stop } = await run({ ...options, ...chosen })
  onTestFinished(stop)
  const { port } = new URL(url)
  expect((await fetch(`http://localhost:${port}/sandbox`)).status).toBe(status)
  expect(introduction.includes('/sandbox\n')).toBe(status === 200)
})
