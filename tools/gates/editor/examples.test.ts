import { expect, test } from 'vitest'
import { openEditor } from './what-is-shown.ts'

/** Everything behind which an editor offers something of ours: the packages, and what they make and take. */
const places = {
  '@windmill-user-api/client': 'client',
  '@windmill-user-api/client/validate': 'validating',
  '@windmill-user-api/msw': 'msw',
  '@windmill-user-api/msw/fixtures': 'fixtures',
  '@windmill-user-api/react-query': 'reactQuery',
  'the API': 'made as client.UserApi',
  'a method': "made as client.UserApi['listUsersAsSuperAdmin']",
  'a function': 'client.listUsersAsSuperAdmin',
  'the options of a client': 'made as client.ClientOptions & client.SessionOptions',
  'the options of a call': 'made as client.CallOptions & client.RetryOptions',
  'the hooks': 'made as client.Hooks',
  'a bearer': "made as Extract<client.Auth, { kind: 'bearer' }>",
  'a cookie': "made as Extract<client.Auth, { kind: 'cookie' }>",
  'no credentials': "made as Extract<client.Auth, { kind: 'none' }>",
  'the mocks': 'made as msw.Handlers',
  'a mock': "made as msw.Handlers['whois']",
  'the options of mocks': 'made as msw.HandlersOptions',
  'the options of a mock': "made as msw.HandlerOptions<'login'>",
  'the options of an answer': 'made as msw.AnswerOptions<msw.Answer, 200> & msw.SomeStatus',
  'the provider': 'made as reactQuery.UserApiProviderProps',
}

const editor = openEditor(`
import * as client from '@windmill-user-api/client'
import * as validating from '@windmill-user-api/client/validate'
import * as msw from '@windmill-user-api/msw'
import * as fixtures from '@windmill-user-api/msw/fixtures'
import * as reactQuery from '@windmill-user-api/react-query'
declare const made: never
${Object.values(places)
  .map((place, index) => `const at${index} = ${place}; void [at${index}.valueOf]`)
  .join('\n')}
`)

type Place = keyof typeof places
const offered = (place: Place) => editor.offeredAfter(`[at${Object.keys(places).indexOf(place)}.`)
// The names of an object are its keys.
const examples = (Object.keys(places) as Place[]).flatMap((place) =>
  [...offered(place)].flatMap(([name, { tags }]) => {
    const example = tags.get('example')
    return example === undefined ? [] : [{ name: `${name} of ${place}`, example }]
  }),
)

/** What a reader of an example has at hand, as his own program would have it. */
const atHand = `
import { useInfiniteQuery, useMutation, useQuery } from '@tanstack/react-query'
import type { QueryClient } from '@tanstack/react-query'
import type { Auth, Client, Hooks, UserApi } from '@windmill-user-api/client'
import type { Handlers, SomeStatus } from '@windmill-user-api/msw'
import { setupServer } from 'msw/node'
declare const Members: () => null
declare const page: null
declare const baseUrl: string
declare const token: string
declare const fetchToken: () => Promise<string>
declare const auth: Auth
declare const app: { fetch(request: Request): Promise<Response> }
declare const body: { email: string; password: string }
declare const api: UserApi
declare const client: Client
declare const handlers: Handlers
declare const server: ReturnType<typeof setupServer>
declare const queryClient: QueryClient
declare const error: unknown
`

// As above.
const packages = (Object.keys(places) as Place[]).filter((place) => place.startsWith('@'))
/** Everything that the packages export for a program, by its bare name. */
const imports = packages.map((name) => `import { ${[...offered(name).keys()].join(', ')} } from '${name}'\n`)

test.each(packages)('every name that %s exports shows an example', (name) => {
  const without = [...offered(name)].filter(([, { tags }]) => !tags.get('example'))

  expect(without.map(([exported]) => exported)).toEqual([])
})

test('every example that an editor shows compiles', () => {
  const programs = examples.map(({ example }) => `async () => {\n${example}\n},`)
  // imports of an example stand at its head, and its reader has them already
  const program = programs.join('\n').replaceAll(/^import .*$/gm, '')

  expect(() => openEditor(`${atHand}${imports.join('')}void [\n${program}\n]`)).not.toThrow()
})

test('an example that does not compile is found, with what is wrong and where', () => {
  const wrong = `${atHand}void [\nasync () => {\nawait api.whois({ workspace: 'demo' })\n},\n]`

  expect(() => openEditor(wrong)).toThrow(/'username' is missing.*async \(\) => \{\nawait api\.whois/s)
})
