import { inspect } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { operations } from '../src/generated/methods.ts'
import {
  type CallOptions,
  type Client,
  createClient,
  type OperationFacts,
  UserApiError,
} from '../src/index.ts'
import { faultHeader, faults, type MisbehavingServer, startMisbehavingServer } from './support/misbehaving.ts'

const canary = 'Qm3vK9xTzLr8WfYb2HnCd5PsGj7AeUkX'

let server: MisbehavingServer

beforeAll(async () => {
  server = await startMisbehavingServer()
})
afterAll(() => server.close())

/** Faults that end with a timeout, which is short for them. */
const slow = Object.fromEntries(Object.entries(faults).filter(([, fault]) => 'isSlow' in fault))

interface Called {
  readonly facts: OperationFacts
  readonly outcome: unknown
  /** What hooks saw. */
  readonly seen: readonly object[]
}

/** Calls an operation of any type with a secret wherever one can be. */
async function call(operation: (typeof operations)[number], fault: string): Promise<Called> {
  const seen: object[] = []
  const keep = (event: object) => void seen.push(event)
  const hooks = { onRequest: keep, onResponse: keep, onRetry: keep, onError: keep }
  const client = createClient({ baseUrl: server.baseUrl, auth: { kind: 'bearer', token: canary }, hooks })
  const { facts } = operation
  const names = [...facts.path.matchAll(/\{(.+?)\}/g)].map(([, name = '']) => [name, 'ada'])
  const body = facts.writeBody ? { body: { password: canary, code: canary, token: canary } } : {}
  const options: CallOptions = {
    retry: false,
    timeout: fault in slow ? 2_000 : 20_000,
    headers: { [faultHeader]: fault },
  }
  // Inputs of all operations at once, which no type describes.
  const run = operation as unknown as (
    client: Client,
    input: object,
    options: CallOptions,
  ) => Promise<unknown>
  const outcome = await run(client, { ...Object.fromEntries(names), ...body }, options).catch(
    (error: unknown) => error,
  )
  return { facts, outcome, seen }
}

/** The branch that the types promise, read off the document. */
function expectedBranch({ responses }: OperationFacts, status: number, type: string): string {
  const documented = responses[status]
  if (documented === undefined) return 'undeclared-status'
  if (status >= 300) return 'status'
  // Without a media type the body is read as the document says: the echo is a text, and no JSON.
  return documented === (type || 'text/plain') ? 'success' : 'decode'
}

function branchOf(outcome: unknown): string {
  return outcome instanceof UserApiError ? outcome.kind : 'success'
}

function expectSilence(shown: unknown): void {
  const texts = [String(shown), JSON.stringify(shown), inspect(shown, { depth: 9, showHidden: true })]
  for (const text of texts) expect(text).not.toContain(canary)
}

describe.each(Object.entries(faults))('a server that answers with %s', (name, fault) => {
  test('lands every operation in the branch that its type says, and shows no secret', async () => {
    const before = server.count()
    const calls = await Promise.all(operations.map((operation) => call(operation, name)))

    for (const { facts, outcome, seen } of calls) {
      const expected =
        'status' in fault
          ? expectedBranch(facts, fault.status, fault.type)
          : 'isSlow' in fault
            ? 'timeout'
            : 'network'
      expect(`${facts.id}: ${branchOf(outcome)}`).toBe(`${facts.id}: ${expected}`)
      expectSilence(seen)
      if (expected !== 'success') expectSilence(outcome)
    }
    expect(server.count() - before).toBe(operations.length)
  })
})
