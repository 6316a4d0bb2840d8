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
