import { entries, entriesOf } from '../sizes/entries.ts'
import { type Compilation, complaints } from './compilers.ts'
import type { FreshProject } from './fresh-project.ts'

/** A name for each entry in the program. */
const names = {
  client: '@windmill-user-api/client',
  validation: '@windmill-user-api/client/validate',
  hooks: '@windmill-user-api/react-query',
  mocks: '@windmill-user-api/msw',
  fixtures: '@windmill-user-api/msw/fixtures',
} as const

/** The same in the program of what runs on a server. */
const serverNames = {
  sandbox: '@windmill-user-api/sandbox',
  inNode: '@windmill-user-api/sandbox/node',
  inBrowser: '@windmill-user-api/sandbox/msw',
  contract: '@windmill-user-api/contract-tests',
} as const

/**
 * A module that exports, without a word about types, what each exported function returns and what people make of that: taken apart, spread,
 * held in objects and lists, returned by functions of their own. A compiler has to name all of it in the declarations of the module.
 */
export async function inferredProgram(): Promise<string> {
  const modules = await Promise.all(
    Object.entries(names).map(
      async ([name, entry]) => [name, entry, await import(entries.import[entry] ?? entry)] as const,
    ),
  )
  return [
    ...modules.map(([name, entry]) => `import * as ${name} from '${entry}'`),
    "import { skipToken } from '@tanstack/react-query'",
    // so that the oldest compilers know that it is there
    "import type {} from 'msw'",
    ...modules.flatMap(([name, , loaded]) => exportsOf(name, loaded)),
    opening,
    ...operationsOf(modules.map(([, , loaded]) => loaded)).flatMap(ofOperation),
  ].join('\n')
}

/** The same of the packages that run on a server, and of the document. */
export async function inferredServerProgram(): Promise<string> {
  const files = entriesOf('import', ['@windmill-user-api/sandbox', '@windmill-user-api/contract-tests'])
  const modules = await Promise.all(
    Object.entries(serverNames).map(
      async ([name, entry]) => [name, entry, await import(files[entry] ?? entry)] as const,
    ),
  )
  return [
    ...modules.map(([name, entry]) => `import * as ${name} from '${entry}'`),
    // It registers tests when it is loaded: only a compiler may look at it.
    "import * as vitest from '@windmill-user-api/contract-tests/vitest'",
    "import openapi from '@windmill-user-api/openapi/openapi.json'",
    "import type {} from 'msw'",
    ...modules.flatMap(([name, , loaded]) => exportsOf(name, loaded)),
    'export const vitestEntry = { ...vitest }',
    'export const document = openapi',
    'export const { paths, ...others } = openapi',
  ].join('\n')
}

/** What a compiler says of the program. A result that is no object cannot be spread, which says nothing of its name. */
export async function unnamed(project: FreshProject, compilation: Compilation): Promise<string[]> {
  const said = await complaints(project, compilation)
  return said.filter((complaint) => !/error TS(?:2698|2700):/.test(complaint))
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

function exportsOf(module: string, loaded: object): string[] {
  return Object.entries(loaded).flatMap(([member, value]) => [
    `export const ${module}_${member} = ${module}.${member}`,
    ...(isCallable(value) ? ofFunction(module, member, value) : []),
  ])
}

function isCallable(value: unknown): value is object {
  return typeof value === 'function' && !/^class\b/.test(Function.prototype.toString.call(value))
}

/** What it returns, in each way that people hand on. */
function ofFunction(module: string, member: string, value: object): string[] {
  const place = `${module}.${member}`
  const results = /^(?!use).*Query$/.test(member) ? [callOf(place), ...skippedCalls(place)] : [callOf(place)]
  return [
    // Members such as `safe`.
    ...(Object.keys(value).length > 0 ? [`export const ${module}_${member}_members = { ...${place} }`] : []),
    ...results.flatMap((result, index) =>
      inEveryWay(`${module}_${member}_${index}`, result, partsOf(member)),
    ),
  ]
}

/** An input that is not known yet, and one that may be. */
function skippedCalls(place: string): string[] {
  const input = `Exclude<Parameters<typeof ${place}>[1], undefined>`
  return [
    `${place}(client.createClient(JSON.parse('')), skipToken)`,
    `${place}(client.createClient(JSON.parse('')), Math.random() > 0.5 ? skipToken : (JSON.parse('') as ${input}))`,
  ]
}

/** What people take out of the result of a factory or a hook. */
function partsOf(member: string): string[] {
  if (/^use[A-Z].*Infinite$/.test(member)) return ['data', 'error', 'fetchNextPage']
  if (/^use(?!Client$)[A-Z]/.test(member)) return ['data', 'error', 'status']
  if (member.endsWith('Query')) return ['queryKey', 'queryFn', 'retry']
  return member.endsWith('Mutation') ? ['mutationKey', 'mutationFn', 'onSettled'] : []
}

function inEveryWay(name: string, result: string, parts: readonly string[]): string[] {
  const taken = parts.map((part) => `${part}: ${name}_${part}, `).join('')
  return [
    `export const ${name}_made = ${result}`,
    `export const ${name}_spread = { ...${result} }`,
    `export const { ${taken}...${name}_rest } = ${result}`,
    `export const ${name}_held = { one: ${result}, list: [${result}], pair: [${result}, 1] as const }`,
    `export const ${name}_arrow = () => ${result}`,
    `export const ${name}_arrowSpread = () => ({ ...${result}, more: true })`,
    `export function ${name}_function() { return [${result}] }`,
    `export async function ${name}_awaited() { return await ${result} }`,
    `export async function ${name}_awaitedSpread() { return Object.assign({}, await ${result}) }`,
    `export class ${name}_Class { readonly held = ${result}; static make() { return { ...${result} } } }`,
  ]
}

const opening = `
export const api = client.createUserApi({ baseUrl: '/api', auth: { kind: 'cookie' } })
export const { globalWhoami, ...otherMethods } = api
export const { GET, POST } = client.byPath(api)
export const renewed = client.renewing({ token: 'first', refresh: () => 'second' })
export const spreadApi = { ...api }
export const [product, scope, operation] = hooks.keyOf(api)
export const longerKey = [...hooks.keyOf(api), 'more'] as const
export const handlers = mocks.createHandlers({ baseUrl: '/api' })
export const spreadHandlers = { ...handlers }
export const allHandlers = handlers()
export const byPath = [GET, POST] as const
export const read = () => GET('/w/{workspace}/users/list', { params: { path: { workspace: 'demo' } } })
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
    awaitedSpread: `async () => Object.assign({}, await ${callOf(`api.${id}`)})`,
    safe: `() => ${safe}`,
    safeSpread: `async () => ({ ...(await ${safe}) })`,
    parts: `async () => { const result = await ${safe}; return result.ok ? result.response : [result.error, result.error.status] as const }`,
    caught: `(error: unknown) => (${caught} ? error : undefined)`,
    caughtSpread: `(error: unknown) => (${caught} ? { ...error } : undefined)`,
    status: `(error: unknown) => (${caught} ? error.status : undefined)`,
    undeclared: `(error: unknown) => (${caught} && client.isErrorOfKind('undeclared-status', error) ? error : undefined)`,
    method: `api.${id}`,
    methodSpread: `{ ...api.${id} }`,
    handlers: `handlers.${id}`,
    handlersSpread: `{ ...handlers.${id} }`,
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
