import { readFileSync } from 'node:fs'
import path from 'node:path'
import { readDocument } from '@windmill-user-api/codegen'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Rule, runContract } from '../../../packages/contract-tests/src/index.ts'
import { repository } from '../../src/repository.ts'
import { accepted } from './accepted.ts'
import { admin, baseUrl, callTheRest } from './call-the-rest.ts'
import { gapsOf } from './gaps-of.ts'
import { type WatchedSandbox, watchSandbox } from './observe-sandbox.ts'

const bundle = readFileSync(path.join(repository, 'spec/dist/openapi.internal.json'), 'utf8')

/** Those that lead to each documented status, and through each way of a handler; the others vary what these do. */
const rules: readonly Rule[] = [
  'valid-call',
  'credentials-missing',
  'role-refused',
  'workspace-unknown',
  'path-unknown',
  'path-encoding',
  'body-malformed',
  'body-media-type',
  'body-size',
  'body-member-missing',
  'body-member-type',
  'query-value',
  'write-stored',
  'duplicate-refused',
  'used-once',
  'last-admin-kept',
  'login-limit',
]

let sandbox: WatchedSandbox

beforeAll(async () => {
  sandbox = await watchSandbox()
  // Every documented status of every operation comes about in it, and each way through a handler.
  await runContract({
    baseUrl,
    admin,
    fetch: sandbox.fetch,
    internal: true,
    rules,
    timeout: 60_000,
    seed: 1,
  })
  await callTheRest(sandbox.fetch)
}, 300_000)

afterAll(() => sandbox.close())

const reasons = Object.keys(accepted)

/** What is told of a document, without what is accepted. */
function toldOf(document: unknown): string[] {
  const told = gapsOf(readDocument(document), sandbox.observed)
  return told.filter((gap) => !reasons.some((beginning) => gap.startsWith(beginning)))
}

test('the sandbox reads, sends and returns all that the document has, and nothing else', () => {
  expect(
    toldOf(JSON.parse(bundle)),
    'Mend the handler that each line names, or the document. What is left out on purpose has a line in tools/gates/gaps/accepted.ts.',
  ).toEqual([])
})

test('what is accepted is still left out', () => {
  const told = gapsOf(readDocument(JSON.parse(bundle)), sandbox.observed)
  expect(
    reasons.filter((beginning) => !told.some((gap) => gap.startsWith(beginning))),
    'Remove these lines from tools/gates/gaps/accepted.ts',
  ).toEqual([])
})

/** What would be told if the document had another value somewhere; undefined takes it away. */
function gapsWith(place: readonly string[], value: unknown): string[] {
  const document = JSON.parse(bundle)
  const name = place.at(-1) ?? ''
  const parent = place.slice(0, -1).reduce((part, step) => part[step], document)
  if (value === undefined) delete parent[name]
  else parent[name] = value
  return toldOf(document)
}

const listUsers = ['paths', '/w/{workspace}/users/list', 'get']
const createToken = ['paths', '/users/tokens/create', 'post']
const text = { type: 'string' }

describe('is told by name, with the file to look at:', () => {
  test('a new query parameter', () => {
    const role = { name: 'role', in: 'query', schema: text }
    expect(gapsWith([...listUsers, 'parameters', '1'], role)).toEqual([
      'listUsers: the query parameter `role` is never read. packages/sandbox/src/operations/listUsers.ts',
    ])
  })

  test('a new optional request member', () => {
    expect(gapsWith(['components', 'schemas', 'NewToken', 'properties', 'note'], text)).toEqual([
      'createToken: the request member `note` is never read. packages/sandbox/src/operations/createToken.ts',
    ])
  })

  test('a new optional response member', () => {
    expect(gapsWith(['components', 'schemas', 'User', 'properties', 'nickname'], text)).toContain(
      'listUsers: the response member `[].nickname` is never sent. packages/sandbox/src/operations/listUsers.ts',
    )
  })

  test('a new status', () => {
    expect(gapsWith([...createToken, 'responses', '409'], { description: 'There is one.' })).toEqual([
      'createToken: status 409 is never returned. packages/sandbox/src/operations/createToken.ts',
    ])
  })

  test('a status that the document has no more', () => {
    expect(gapsWith([...createToken, 'responses', '400'], undefined)).toEqual([
      'createToken: status 400 is returned, and the document does not have it. packages/sandbox/src/operations/createToken.ts',
    ])
  })

  test('a new operation that nothing calls', () => {
    const operation = {
      operationId: 'countUsers',
      parameters: [],
      responses: { 204: { description: 'none' } },
    }
    expect(gapsWith(['paths', '/users/count'], { get: operation })).toEqual([
      'countUsers: status 204 is never returned. packages/sandbox/src/operations/countUsers.ts',
    ])
  })
})
