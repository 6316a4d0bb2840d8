import { cleanUp, holds, runContract } from '@windmill-user-api/contract-tests'
import { contractTests, readDeviations } from '@windmill-user-api/contract-tests/vitest'
import { createSandbox, exampleWorld, initialWorld } from '@windmill-user-api/sandbox'
import { sandboxHandlers } from '@windmill-user-api/sandbox/msw'
import {
  createSandbox as createOnDisk,
  readOauthClientsFile,
  readSeedFile,
  serve,
} from '@windmill-user-api/sandbox/node'

// Compiled, and never run: what each exported function returns, without a word about types.

const admin = { email: 'admin@windmill.dev', password: 'changeme' }

export const worlds = { exampleWorld, initialWorld }
export const inMemory = () => createSandbox({ seed: exampleWorld })
export const onDisk = () => createOnDisk()
export const answered = async () => (await inMemory()).fetch(new Request('http://localhost/api/users/email'))
export const handlers = async () => sandboxHandlers(await inMemory())
export const served = async () => serve(await inMemory(), { port: 0 })
export const read = () => Promise.all([readSeedFile('seed.yaml'), readOauthClientsFile('oauth.yaml')])
export const report = () => runContract({ baseUrl: 'http://localhost:8000/api', admin })
export const isGood = async () => holds(await report())
export const cleaned = cleanUp
export const known = () => readDeviations('deviations.yaml')
export const contract = contractTests
