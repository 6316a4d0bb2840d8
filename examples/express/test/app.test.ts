import assert from 'node:assert/strict'
import { once } from 'node:events'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, before, test } from 'node:test'
import { openSession } from '@windmill-user-api/client'
import { createSandbox, exampleWorld } from '@windmill-user-api/sandbox'
import { createApp } from '../src/app.ts'

const body = { email: 'grace@example.com', password: 'nanoseconds-matter' }
const sandbox = await createSandbox({ seed: exampleWorld })
let server: Server
let teams: string

before(async () => {
  // The sandbox answers in this process: no port, and no traffic.
  const api = await openSession(
    { baseUrl: sandbox.url, fetch: (...call) => sandbox.fetch(new Request(...call)) },
    ({ login }) => login({ body }),
  )
  server = createApp(api).listen()
  await once(server, 'listening')
  teams = `http://localhost:${(server.address() as AddressInfo).port}/teams`
})

after(async () => {
  server.close()
  await sandbox.close()
})

const add = (member: object) =>
  fetch(`${teams}/demo`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(member),
  })

test('a new member is in the team', async () => {
  const added = await add({ email: 'katherine@example.com', username: 'katherine' })
  assert.equal(added.status, 201)
  const members = await (await fetch(`${teams}/demo`)).json()
  assert.ok(members.includes('katherine'))
})

test('a username is taken once', async () => {
  const refused = await add({ email: 'margaret@example.com', username: 'ada' })
  assert.equal(refused.status, 409)
})

test('a team that does not exist is not found', async () => {
  assert.equal((await fetch(`${teams}/nowhere`)).status, 404)
})
