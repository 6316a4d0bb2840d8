import { isSuccess } from '@windmill-user-api/codegen'
import { describe, expect, test } from 'vitest'
import { readBundle } from '../bundle.ts'
import { openEditor } from './what-is-shown.ts'

const { operations } = readBundle('openapi.json')
const named = operations.map((operation) => [operation.id, operation] as const)
const hookOf = (id: string) => `use${id[0]?.toUpperCase()}${id.slice(1)}`

const editor = openEditor(`
import * as client from '@windmill-user-api/client'
import { createHandlers } from '@windmill-user-api/msw'
import * as hooks from '@windmill-user-api/react-query'
const api = client.createUserApi({ baseUrl: '/api', auth: { kind: 'none' } })
const handlers = createHandlers({ baseUrl: '/api' })
${operations.map(({ id }) => `api.${id}; client.${id}; handlers.${id}; hooks.${hookOf(id)};`).join('\n')}
`)

describe.each(named)('an editor shows of %s', (id, { summary, role, responses, idempotent }) => {
  const failures = responses.filter((response) => !isSuccess(response)).map(({ status }) => status)

  test.each([`api.${id}`, `client.${id}`])(
    '%s: what it does, who may call it, whether it is retried, how it fails, an example',
    (piece) => {
      const { text, tags } = editor.shownAt(piece)

      expect(text).toContain(`${summary}.`)
      expect(text).toContain(`Role: ${role}. ${idempotent ? 'Retried' : 'Never retried'}`)
      for (const status of failures) expect(tags.get('throws')).toContain(`- ${status}: `)
      expect(tags.get('example')).toContain(`await ${piece.replace('client.', '')}(`)
    },
  )

  test('the hook: what it does, who may call it, how it fails, an example', () => {
    const { text, tags } = editor.shownAt(`hooks.${hookOf(id)}`)

    expect(text).toContain(`${summary}.`)
    expect(text).toContain(`Role: ${role}.`)
    for (const status of failures) expect(text).toContain(`- ${status}: `)
    expect(tags.get('example')).toContain(`${hookOf(id)}(`)
  })

  test('the mock: every status that it can answer, and an example', () => {
    const { text, tags } = editor.shownAt(`; handlers.${id}`)

    for (const { status } of responses) expect(text).toContain(`- ${status}: `)
    expect(tags.get('example')).toMatch(new RegExp(`^server\\.use\\(handlers\\.${id}\\(\\d+\\)\\)$`))
  })
})
