import { entries } from '../sizes/entries.ts'

/** A name for each entry in the program. */
const names = {
  client: '@windmill-user-api/client',
  validation: '@windmill-user-api/client/validate',
  hooks: '@windmill-user-api/react-query',
  mocks: '@windmill-user-api/msw',
  fixtures: '@windmill-user-api/msw/fixtures',
} as const

/**
 * A module that exports, without a word about types, what each exported function returns and what people take out of that. A compiler has to
 * name all of it in the declarations of the module.
 */
export async function inferredProgram(): Promise<string> {
  const modules = await Promise.all(
    Object.entries(names).map(
      async ([name, entry]) => [name, entry, await import(entries.import[entry] ?? entry)] as const,
    ),
  )
  return [
    ...modules.map(([name, entry]) => `import * as ${name} from '${entry}'`),
    // so that the oldest compilers know that they are there
    ...['msw', '@tanstack/react-query'].map((peer) => `import type {} from '${peer}'`),
    ...modules.flatMap(([name, , loaded]) =>
      Object.entries(loaded).flatMap(([member, value]) => ofExport(name, member, value)),
    ),
    opening,
    ...operationsOf(modules.map(([, , loaded]) => loaded)).flatMap(ofOperation),
  ].join('\n')
}

interface Operation {
  readonly id: string
  readonly isPaged: boolean
}

/** The functions that call an operation carry what the document says of it. */
function operationsOf(modules: readonly object[]): Operation[] {
  return modules
    .flatMap((loaded) => Object.entries(loaded))
    .filter(([, value]) => typeof value === 'function' && 'facts' in value)
    .map(([id, value]) => ({ id, isPaged: 'items' in value }))
}

/** An export as it is, what it returns, and what a hook or the options of a mutation consist of. */
function ofExport(name: string, member: string, value: unknown): string[] {
  const place = `${name}.${member}`
  const isCallable = typeof value === 'function' && !/^class\b/.test(Function.prototype.toString.call(value))
  const result = callOf(place)
  return [
    `export const ${name}_${member} = ${place}`,
    ...(isCallable ? [`export const ${name}_${member}_result = () => ${result}`] : []),
    ...(/^use(?!Client$)/.test(member)
      ? [
          `export const ${member}_parts = () => { const { data, error } = ${result}; return { data, error } }`,
          `export const ${member}_error = () => ${result}.error`,
        ]
      : []),
    ...(/Mutation$/.test(member) ? [`export const ${member}_spread = () => ({ ...${result} })`] : []),
  ]
}

const opening = `
export const api = client.createUserApi({ baseUrl: '/api', auth: { kind: 'cookie' } })
export const handlers = mocks.createHandlers({ baseUrl: '/api' })
export const allHandlers = handlers()
export const byPath = [api.GET, api.POST] as const
export const read = () => api.GET('/w/{workspace}/users/list', { params: { path: { workspace: 'demo' } } })
export const readParts = async () => { const { data, error, response } = await read(); return { data, error, response } }
export const anyError = (error: unknown) => (client.isUserApiError(error) ? error : undefined)
export const anyStatus = (error: unknown) => (client.isUserApiError(error) ? error.status : undefined)
`

/** What a call, its failures and its mocks come to. */
function ofOperation({ id, isPaged }: Operation): string[] {
  const safe = callOf(`api.${id}.safe`)
  const caught = `client.isErrorOf('${id}', error)`
  const lines = {
    call: `() => ${callOf(`api.${id}`)}`,
    awaited: `async () => await ${callOf(`api.${id}`)}`,
    safe: `() => ${safe}`,
    parts: `async () => { const result = await ${safe}; return result.ok ? result.response : [result.error, result.error.status] as const }`,
    caught: `(error: unknown) => (${caught} ? error : undefined)`,
    status: `(error: unknown) => (${caught} ? error.status : undefined)`,
    undeclared: `(error: unknown) => (${caught} && client.isErrorOfKind('undeclared-status', error) ? error : undefined)`,
    handlers: `handlers.${id}`,
    handler: `() => ${callOf(`handlers.${id}`)}`,
    resolve: `handlers.${id}.resolve`,
    ...(isPaged && {
      items: `() => ${callOf(`api.${id}.items`)}`,
      pages: `() => ${callOf(`api.${id}.pages`)}`,
    }),
  }
  return Object.entries(lines).map(([name, expression]) => `export const ${id}_${name} = ${expression}`)
}

function callOf(place: string): string {
  return `${place}(...([] as unknown as Parameters<typeof ${place}>))`
}
