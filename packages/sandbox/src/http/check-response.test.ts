import { describe, expect, test } from 'vitest'
import { checkResponse } from './check-response.ts'

const text = { 'Content-Type': 'text/plain' }
const session = { ...text, 'Set-Cookie': 'token=x', 'Cache-Control': 'no-store' }
const token = 'Qm3vK9xTzLr8WfYb2HnCd5PsGj7AeUkX'

test('lets an answer pass that conforms', async () => {
  const response = new Response('ada@example.com', { headers: text })
  expect(await checkResponse('getCurrentEmail', response)).toBe(response)
})

describe('turns into a 500 that says why', () => {
  test.each([
    ['a status', new Response('x', { status: 202 }), 'expected one of the statuses 200, 401'],
    [
      'a media type',
      new Response('{}', { headers: { 'Content-Type': 'application/json' } }),
      'expected the media type text/plain, got application/json',
    ],
    ['no media type', new Response(new Uint8Array()), 'expected the media type text/plain, got none'],
    [
      'a body',
      new Response('ada', { headers: text }),
      'the body must be an e-mail address such as ada@example.com',
    ],
  ])('%s that the document does not have', async (_case, response, reason) => {
    const checked = await checkResponse('getCurrentEmail', response)
    expect([checked.status, await checked.text()]).toEqual([
      500,
      `Internal: the answer of getCurrentEmail with status ${response.status} deviates from the document: ${reason}`,
    ])
  })

  test.each(['Set-Cookie', 'Cache-Control'])('a missing header %s', async (name) => {
    const headers = new Headers(session)
    headers.delete(name)
    const checked = await checkResponse('login', new Response(token, { headers }))
    expect(await checked.text()).toContain(`the header ${name} is missing`)
  })

  test('a missing member', async () => {
    const response = Response.json([{ email: 'ada@example.com' }])
    expect(await (await checkResponse('listWorkspaceInvites', response)).text()).toContain(
      '0.workspace_id is missing',
    )
  })
})
