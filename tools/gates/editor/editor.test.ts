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
declare const options: client.ClientOptions & client.SessionOptions & client.CallOptions & client.RetryOptions
options.baseUrl; options.auth; options.fetch; options.hooks; options.validate; options.retry; options.timeout
options.deadline; options.signal; options.headers; options.retries; options.baseDelay; options.maxDelay; options.renew
declare const hook: client.Hooks
hook.onRequest; hook.onResponse; hook.onRetry; hook.onError
handlers.login(429, { example: undefined, body: '', headers: {}, params: {}, delay: 1, once: true })
`)

describe.each(named)('an editor shows of %s', (id, { summary, role, responses }) => {
  const failures = responses.filter((response) => !isSuccess(response)).map(({ status }) => status)

  test.each([`api.${id}`, `client.${id}`])(
    '%s: what it does, who may call it, how it fails, an example',
    (piece) => {
      const { text, tags } = editor.shownAt(piece)

      expect(text).toContain(`${summary}.`)
      expect(text).toContain(`Role: ${role}.`)
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

describe('an editor shows of the option', () => {
  const always = ['baseUrl', 'auth']
  const ofClient = [
    'fetch',
    'hooks',
    'validate',
    'retry',
    'timeout',
    'deadline',
    'signal',
    'headers',
    'retries',
  ]

  test.each([...always, ...ofClient])('%s of the client what it does, and an example', (option) => {
    const { text, tags } = editor.shownAt(`options.${option}`)
    expect(text).toMatch(/\w/)
    expect(tags.get('example')).toMatch(/\S/)
  })

  test.each([
    'fetch',
    'hooks',
    'validate',
    'timeout',
    'deadline',
    'signal',
    'retries',
    'baseDelay',
    'maxDelay',
    'renew',
  ])('%s of the client its default', (option) => {
    expect(editor.shownAt(`options.${option}`).text).toMatch(/Default: .+/)
  })

  test.each(['onRequest', 'onResponse', 'onRetry', 'onError'])(
    '%s of the hooks when it is called',
    (option) => {
      expect(editor.shownAt(`hook.${option}`).text).toMatch(/^(?:Before|After|Once) /)
    },
  )

  test.each(['example', 'body', 'headers', 'params', 'delay', 'once'])(
    '%s of a mock what it does, its default and an example',
    (option) => {
      const { text, tags } = editor.shownAt(`${option === 'example' ? '{' : ','} ${option}`)
      expect(text).toMatch(/Default: .+/)
      expect(tags.get('example')).toContain('handlers.')
    },
  )
})
