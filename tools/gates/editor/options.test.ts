import { describe, expect, test } from 'vitest'
import { missingOf } from './what-is-missing.ts'
import { openEditor } from './what-is-shown.ts'

/** Whatever takes options, as a program reaches it. A new option is looked at by itself, because an editor offers it. */
const places = {
  'createClient and createUserApi': 'client.ClientOptions',
  openSession: 'client.SessionOptions',
  'every call': 'client.CallOptions',
  retry: 'client.RetryOptions',
  hooks: 'client.Hooks',
  'auth that is a bearer': "Extract<client.Auth, { kind: 'bearer' }>",
  renewing: 'client.RenewingOptions',
  'auth that is a cookie': "Extract<client.Auth, { kind: 'cookie' }>",
  'no auth': "Extract<client.Auth, { kind: 'none' }>",
  createHandlers: 'msw.HandlersOptions',
  'a handler': "msw.HandlerOptions<'login'>",
  'the answer of a handler': 'msw.AnswerOptions<msw.Answer, 200>',
  'the answer of a handler for any status': 'msw.SomeStatus',
  UserApiProvider: 'reactQuery.UserApiProviderProps',
}

const declared = Object.values(places).map(
  (type, index) => `declare const of${index}: ${type}; void [of${index}.valueOf]`,
)
const editor = openEditor(`
import type * as client from '@windmill-user-api/client'
import type * as msw from '@windmill-user-api/msw'
import type * as reactQuery from '@windmill-user-api/react-query'
${declared.join('\n')}
interface Poor {
  /** Sets the limit of something. */
  limit?: number
  unsaid: string
  /**
   * Sets the limit of something, so that it ends.
   *
   * @example
   * work({ needed: 1 })
   */
  needed: number
}
declare const poor: Poor
void poor.limit
declare const api: client.UserApi
declare const methods: ReturnType<typeof client.byPath>
void methods.GET
void [api.listUsersAsSuperAdmin.safe]
`)

test.each(Object.keys(places))(
  'an editor tells of every option of %s what it does, why, its default and an example',
  (name) => {
    const options = editor.offeredAfter(`[of${Object.keys(places).indexOf(name)}.`)
    const missing = [...options].flatMap(([option, shown]) =>
      missingOf(shown).map((part) => `${option}: ${part}`),
    )

    expect(missing).toEqual([])
  },
)

test('an option that is told of poorly is found', () => {
  const options = [...editor.offeredAfter('poor.')]

  expect(options.map(([option, shown]) => [option, missingOf(shown)])).toEqual([
    ['limit', ['why', 'its default', 'an example']],
    ['needed', []],
    ['unsaid', ['what it does', 'why', 'an example']],
  ])
})

describe('an editor tells what it does, and shows an example', () => {
  const methods = [...editor.offeredAfter('void methods.')].filter(([name]) => /^[A-Z]+$/.test(name))
  const ways = [...editor.offeredAfter('api.listUsersAsSuperAdmin.')].filter(([, { type }]) =>
    type.includes('OperationMethod<'),
  )

  test('there are some', () => {
    expect(methods.map(([name]) => name)).toEqual(expect.arrayContaining(['GET', 'POST', 'DELETE']))
    expect(ways.map(([name]) => name)).toEqual(expect.arrayContaining(['safe', 'items', 'pages']))
  })

  test.each([...methods, ...ways])('of %s', (name, { text, tags }) => {
    expect(text).toMatch(/^[A-Z]\w+.{10,}/)
    expect(tags.get('example')).toContain(`.${name}(`)
  })
})
