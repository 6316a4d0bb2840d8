import { createSandbox, type Sandbox } from '@windmill-user-api/sandbox'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { githubAnnotations, githubSummary } from '../src/formats/github.ts'
import { reportKinds } from '../src/formats/index.ts'
import { type Report, runContract } from '../src/index.ts'
import { admin, baseUrl } from './sandbox.ts'

let sandbox: Sandbox
let report: Report
/** Every password that was sent and every token that came. */
const secrets = new Set<string>([admin.password])

beforeAll(async () => {
  sandbox = await createSandbox()
  report = await runContract({
    baseUrl,
    admin,
    keepCalls: true,
    filter: ['login', 'createToken', 'setPassword', 'listTokens', 'loginWithOauth', 'createUserGlobally'],
    fetch: serveAndWatch,
  })
})

afterAll(() => sandbox.close())

/** A server that also breaks the contract, so that there are findings to look into. */
async function serveAndWatch(request: Request): Promise<Response> {
  const body = await request.clone().text()
  // Those of random cases are words that stand elsewhere, too.
  for (const [, password = ''] of body.matchAll(/"password":"(contract-password-[^"]+)"/gi))
    secrets.add(password)
  const response = await sandbox.fetch(request)
  const text = await response.clone().text()
  if (response.ok && /^[A-Za-z0-9]{30,}$/.test(text)) secrets.add(text)
  const isEcho = request.url.endsWith('/users/setpassword') && response.ok
  return isEcho ? new Response(`${text} ${body}`, { status: 200, headers: response.headers }) : response
}

test('the run has findings, and secrets that it could tell', () => {
  expect(report.findings.length).toBeGreaterThan(0)
  expect(report.calls?.length).toBeGreaterThan(500)
  const passwords = [...secrets].filter((secret) => /^contract-password-/i.test(secret))
  expect(passwords.length).toBeGreaterThan(20)
  expect(secrets.size - passwords.length).toBeGreaterThan(50)
})

test.each([...Object.keys(reportKinds), 'annotations', 'summary'])('%s contains none of them', (kind) => {
  const writers: Readonly<Record<string, (from: Report) => string>> = {
    ...reportKinds,
    annotations: githubAnnotations,
    summary: githubSummary,
  }
  const text = writers[kind]?.(report) ?? ''
  expect([...secrets].filter((secret) => text.includes(secret))).toEqual([])
})
