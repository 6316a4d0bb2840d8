import { createHandlers } from '@windmill-user-api/msw'
import { getResponse } from 'msw'
import { describe, expect, test } from 'vitest'
import { createCalls } from '../src/checks/calls.ts'
import type { Check, Contract } from '../src/checks/contract.ts'
import { NotApplicable } from '../src/errors.ts'
import { Blocked, type Observation, Stopped } from '../src/expect/observation.ts'
import type { Fixtures } from '../src/fixtures.ts'
import { openSession, type Session } from '../src/session.ts'

const { WINDMILL_BASE_URL: server, WINDMILL_TOKEN: token } = process.env

const session =
  server === undefined ? sessionOfMocks() : openSession({ baseUrl: server.replace(/\/$/, ''), token, fetch })

/** Mocks look at no request, so that they can only tell whether a valid call gets what the document says. */
function sessionOfMocks(): Session {
  const baseUrl = 'http://localhost:8000/api'
  const handlers = createHandlers({ baseUrl })()
  return openSession({
    baseUrl,
    token: 'token-of-the-mocks',
    fetch: async (request) =>
      (await getResponse(handlers, request)) ?? new Response('no mock', { status: 501 }),
  })
}

/** Makes a test of each check of a contract. */
export function addTests(announced: Contract<never>): void {
  // All contracts of this package have its fixtures.
  const contract = announced as Contract<Fixtures>
  describe(contract.operation.id, () => {
    const calls = createCalls({ ...contract, ...session })
    const isRun = ({ rule }: Check) => server !== undefined || rule === 'valid-call'
    for (const check of contract.checks.filter(isRun))
      test(`${check.rule}: ${check.title}`, async ({ skip }) => {
        const observed: Observation[] = []
        const ended = await check
          .run(calls.observedBy((observation) => observed.push(observation)))
          .catch(endOf)
        if (observed.length > 0) calls.discard()
        if (ended instanceof NotApplicable) skip(ended.message)
        expect(observed.filter(isOfServer).map(describeObservation)).toEqual([])
        if (ended) throw ended
      })
  })
}

/** Mocks return the examples of the document, secrets that it has included. */
function isOfServer({ rule }: Observation): boolean {
  return server !== undefined || rule !== 'no-secrets'
}

/** What a check throws to say how it ended; anything else is a defect. */
function endOf(error: unknown): NotApplicable | Blocked | undefined {
  if (error instanceof Stopped) return undefined
  if (error instanceof NotApplicable || error instanceof Blocked) return error
  throw error
}

function describeObservation({ observation, expected, actual, request }: Observation): string {
  return `${observation}: expected ${expected}, actual ${actual} (${request.method} ${request.url})`
}
