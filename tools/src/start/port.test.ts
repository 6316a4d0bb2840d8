import { once } from 'node:events'
import { createServer, type Server } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { refuseTakenPort } from './port.ts'

let server: Server | undefined

afterEach(() => server?.close())

async function listen(): Promise<number> {
  server = createServer().listen(0, 'localhost')
  await once(server, 'listening')
  const address = server.address()
  return typeof address === 'object' && address ? address.port : 0
}

test('says that a port is taken and which command goes on', async () => {
  const port = await listen()
  await expect(refuseTakenPort(port, 'localhost')).rejects.toThrow(
    `Port ${port} is taken by another program. Choose another one: pnpm start --port ${port + 1}`,
  )
})

test('lets a free port pass', async () => {
  const port = await listen()
  server?.close()
  await expect(refuseTakenPort(port, 'localhost')).resolves.toBeUndefined()
})

test('says what is wrong with an address that is not of this machine', async () => {
  await expect(refuseTakenPort(8000, '203.0.113.1')).rejects.toThrow(
    /^Cannot listen on 203\.0\.113\.1:8000: /,
  )
})
