import { expect, test } from 'vitest'
import { createSandbox } from '../../test/create-sandbox.ts'
import { useSandbox } from '../../test/use-sandbox.ts'
import { checkHealth } from './health.ts'

const { fetch } = useSandbox()

test('a sandbox is live and ready, without credentials', async () => {
  const response = await fetch(new Request('http://localhost:8000/health'))
  expect([response.status, await response.json()]).toEqual([200, { live: true, ready: true }])
  expect(response.headers.get('Cache-Control')).toBe('no-store')
})

test('it stays at its path below another base path', async () => {
  const sandbox = await createSandbox({ basePath: '/v1' })
  expect((await sandbox.fetch(new Request('http://localhost:8000/health'))).status).toBe(200)
  expect((await sandbox.fetch(new Request('http://localhost:8000/v1/health'))).status).toBe(404)
  await sandbox.close()
})

test('it is live, but not ready, while its database does not answer', async () => {
  const { openMemory } = await import('../database/memory.ts')
  const { database, close } = await openMemory()
  await close()
  const broken = database.withPlugin({
    transformQuery: () => {
      throw new Error('gone')
    },
    transformResult: async ({ result }) => result,
  })
  const response = await checkHealth(broken)
  expect([response.status, await response.json()]).toEqual([503, { live: true, ready: false }])
  expect(response.headers.get('Retry-After')).toBe('1')
})
