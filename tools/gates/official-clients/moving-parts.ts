import type { Operation } from '@windmill-user-api/codegen'
import { markdownTable } from '../../src/bench/markdown-table.ts'
import { readBundle } from '../bundle.ts'
import { officialCalls } from './calls.ts'

type Routes = ReadonlyMap<string, string>

/** A version of `windmill-client`, with the route of each function. */
export interface OfficialVersion {
  readonly version: string
  readonly routes: Routes
}

const model = readBundle('openapi.json')

/** What the reference page calls the bodies that have no name in its document. */
const namelessBodies: Readonly<Record<string, string>> = {
  acceptInvite: 'inlineObject5',
  createUserGlobally: 'inlineObject1',
  declineInvite: 'inlineObject6',
  globalUserUpdate: 'inlineObject2',
  loginWithOauth: 'inlineObject10',
  setPassword: 'inlineObject',
}

/** Each function of `windmill-client` beside the function of our client. */
export function fromWindmillClient(newest: Routes): string {
  const rows = model.operations.map((operation) => [
    newest.has(operation.id)
      ? code(`${serviceOf(operation)}.${operation.id}${taken(operation, 'requestBody')}`)
      : 'no such function',
    code(newCall(operation)),
  ])
  return markdownTable(['windmill-client', '@windmill-user-api/client'], rows)
}

/** Each function of the client that OpenAPI Generator makes, beside the function of our client. */
export function fromOpenApiGenerator(): string {
  const rows = model.operations.map((operation) => [
    code(`users.${operation.id}${taken(operation, generatedBody(operation))}`),
    code(newCall(operation)),
  ])
  return markdownTable(['OpenAPI Generator', '@windmill-user-api/client'], rows)
}

/** Which version of the official client, and so of Windmill, has which operation. */
export function operationsByVersion(versions: readonly OfficialVersion[]): string {
  const rows = model.operations.map((operation) => [
    code(operation.id),
    ...versions.map(({ routes }) => availability(operation, routes)),
  ])
  const head = ['Operation', ...versions.map(({ version }) => version)]
  return `${markdownTable(head, rows)}\n${movedOperations(versions)}`
}

function availability(operation: Operation, routes: Routes): string {
  if ([...routes.values()].includes(routeOf(operation))) return 'yes'
  return routes.has(operation.id) ? 'moved' : 'no'
}

/** Where the operations are that a version has at another path. */
function movedOperations(versions: readonly OfficialVersion[]): string {
  const lines = model.operations.flatMap((operation) => {
    const moved = versions.filter(({ routes }) => availability(operation, routes) === 'moved')
    const routes = new Set(moved.flatMap((version) => version.routes.get(operation.id) ?? []))
    return [...routes].map(
      (route) =>
        `- Call ${code(route)} for ${code(operation.id)}. The contract has ${code(routeOf(operation))}.`,
    )
  })
  return `${lines.join('\n')}\n`
}

function routeOf({ method, path }: Operation): string {
  return `${method.toUpperCase()} ${path}`
}

function serviceOf({ id }: Operation): string {
  return officialCalls.find(({ name }) => name === id)?.service ?? 'UserService'
}

function newCall(operation: Operation): string {
  const names = operation.parameters.map(({ name }) => name)
  return `api.${operation.id}${inBraces(operation.requestBody ? [...names, 'body'] : names)}`
}

/** What a function of another client takes: parameters in camel case, and the body under a name of its own. */
function taken({ parameters, requestBody }: Operation, body: string): string {
  const names = parameters.filter(({ in: place }) => place !== 'cookie').map(({ name }) => camelCase(name))
  return inBraces(requestBody ? [...names, body] : names)
}

function generatedBody({ id, requestBody }: Operation): string {
  const reference: unknown = requestBody?.content[0]?.schema
  const name = namelessBodies[id] ?? nameOf(reference)
  return name.charAt(0).toLowerCase() + name.slice(1)
}

function nameOf(schema: unknown): string {
  const text = JSON.stringify(schema ?? {})
  return /#\/components\/schemas\/(\w+)/.exec(text)?.[1] ?? ''
}

function inBraces(names: readonly string[]): string {
  return names.length === 0 ? '()' : `({ ${names.join(', ')} })`
}

function camelCase(name: string): string {
  return name.replaceAll(/_(\w)/g, (_match, letter: string) => letter.toUpperCase())
}

function code(text: string): string {
  return `\`${text}\``
}
