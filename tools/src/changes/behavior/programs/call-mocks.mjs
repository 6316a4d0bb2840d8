// Has each status of each operation mocked, and calls it. Runs beside the client and the mocks of two releases.
import { text } from 'node:stream/consumers'
import { createUserApi } from '@windmill-user-api/client'
import { createHandlers } from '@windmill-user-api/msw'
import { getResponse } from 'msw'
import { outcomeOf } from './outcome.mjs'

const calls = JSON.parse(await text(process.stdin))
const baseUrl = 'http://localhost/api'
const handlers = createHandlers({ baseUrl })
const outcomes = {}
for (const { id, input, statuses } of calls)
  for (const status of statuses) outcomes[`${id} ${status}`] = await mocked(id, input, status)
process.stdout.write(JSON.stringify(outcomes))

async function mocked(id, input, status) {
  const handler = handlerOf(id, status)
  if (handler === undefined) return { result: 'there is no such mock', shape: '' }
  const fetch = async (...call) => (await getResponse([handler], new Request(...call))) ?? Response.error()
  const api = createUserApi({ baseUrl, retry: false, auth: { kind: 'bearer', token: 'a-token' }, fetch })
  return outcomeOf(api, id, input)
}

/** The mocks of a release refuse a status that its document does not have. */
function handlerOf(id, status) {
  try {
    return handlers[id]?.(status)
  } catch {
    return undefined
  }
}
