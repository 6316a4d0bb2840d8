import { afterEach, expect, test } from 'vitest'
import { createServer } from '../../test/servers/independent/create-server.ts'
import { everyOperation, type OperationId } from '../../test/servers/independent/operations.ts'
import { listen } from '../../test/servers/listen.ts'
import { threeOperations } from '../../test/servers/partial.ts'
import type { RunningServer } from '../../test/servers/zoo-server.ts'
import { SetupProblem } from '../errors.ts'
import { detectOperations } from './detect.ts'

let running: RunningServer | undefined

afterEach(async () => {
  await running?.close()
  running = undefined
})

async function detect(starting: Promise<RunningServer>) {
  running = await starting
  const sent: Request[] = []
  const detected = await detectOperations({
    baseUrl: running.baseUrl,
    fetch: (request) => {
      sent.push(request)
      return globalThis.fetch(request)
    },
  })
  return { ...detected, sent }
}

test('finds all operations of a full server, neighbours included', async () => {
  const { implemented, unclear } = await detect(createServer())
  expect([...implemented].sort()).toEqual([...everyOperation].sort())
  expect(unclear).toEqual([])
})

test.each<readonly OperationId[]>([
  ['login', 'createUser', 'whoami', 'deleteWorkspace'],
  ['deleteToken', 'startOauthLogin', 'loginWithOauth', 'listUsers'],
])('finds the operations of a server with a part: %s, %s, %s, %s', async (...serves) => {
  const { implemented } = await detect(createServer({ serves }))
  expect([...implemented].sort()).toEqual([...serves].sort())
})

test('finds an operation that lets everybody in', async () => {
  const { implemented } = await detect(threeOperations.start())
  expect([...implemented].sort()).toEqual([...(threeOperations.implements ?? [])].sort())
})

test('sends no credentials, no body, and no name that somebody has', async () => {
  const { sent } = await detect(createServer())
  for (const request of sent) {
    expect([...request.headers.keys()]).toEqual([])
    expect(request.body).toBe(null)
    expect(request.url).not.toMatch(/\/w\/(?!contract-detect-)/)
  }
  expect(sent.length).toBeLessThan(100)
})

test.each([
  ['a web page to everything', 200, { 'content-type': 'text/html' }, []],
  ['404 to everything', 404, {}, []],
  ['401 to everything', 401, {}, expect.arrayContaining([expect.objectContaining({ operation: 'whoami' })])],
])('takes %s for no operation', async (_what, status, headers, unclear) => {
  const detected = await detect(listen((_request, response) => response.writeHead(status, headers).end()))
  expect(detected).toMatchObject({ implemented: [], unclear })
})

test('says that no server responds', async () => {
  await expect(detectOperations({ baseUrl: 'http://localhost:1/api' })).rejects.toThrow(SetupProblem)
})
