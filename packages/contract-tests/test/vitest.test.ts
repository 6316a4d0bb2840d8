import { createSandbox, type Sandbox } from '@windmill-user-api/sandbox'
import { afterAll, beforeAll } from 'vitest'
import { contractTests } from '../src/vitest.ts'
import { admin } from './sandbox.ts'

let sandbox: Sandbox

beforeAll(async () => {
  sandbox = await createSandbox()
})

afterAll(() => sandbox.close())

contractTests({
  admin,
  fetch: (request) => sandbox.fetch(request),
  filter: ['getCurrentEmail', 'deleteToken'],
})

contractTests({
  admin,
  // a server that responses another 2xx than the documented one
  fetch: async (request) => {
    const response = await sandbox.fetch(request)
    const { pathname } = new URL(request.url)
    return pathname === '/api/users/email' && response.ok
      ? new Response(response.body, { status: 203, headers: response.headers })
      : response
  },
  filter: ['getCurrentEmail'],
  rules: ['valid-call'],
  deviations: {
    deviations: [
      {
        operations: ['getCurrentEmail'],
        rule: 'valid-call',
        observation: 'status',
        expected: '200',
        actual: '203',
        reason: 'A cache responds.',
      },
    ],
  },
})
