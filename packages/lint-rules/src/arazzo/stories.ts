import path from 'node:path'
import { namesOf } from '../files.ts'
import { isRecord, listOf, memberOf } from '../reading.ts'
import type { Location } from '../redocly.ts'
import { type Api, type ApiOperation, apiIn } from './api.ts'

/** One of the documents that an Arazzo document names. */
export interface Source {
  name: string
  type: string
  /** Where its `url` leads; undefined for one on the network. */
  file: string | undefined
  /** Undefined where it is not read: it is no OpenAPI document, or not there. */
  api: Api | undefined
  location: Location
}

/** A step with the operation that it calls. */
export interface Step {
  id: string
  node: Record<string, unknown>
  operation: ApiOperation | undefined
  location: Location
}

/** A workflow with its steps. */
export interface Story {
  node: Record<string, unknown>
  steps: Step[]
  location: Location
}

const isRemote = (url: string): boolean => /^[a-z][a-z0-9+.-]+:/i.test(url)

const readSources = (root: unknown, location: Location): Source[] =>
  listOf(memberOf(root, 'sourceDescriptions')).flatMap((source, index) => {
    const url = memberOf(source, 'url')
    if (typeof url !== 'string') return []
    const file = isRemote(url) ? undefined : path.resolve(path.dirname(location.source.absoluteRef), url)
    const type = String(memberOf(source, 'type') ?? 'openapi')
    const api = file !== undefined && type === 'openapi' ? apiIn(file) : undefined
    const place = location.child(['sourceDescriptions', index])
    return [{ name: String(memberOf(source, 'name')), type, file, api, location: place }]
  })

/** What several rules ask of one Arazzo document is read once. */
const remembered = <Value>(read: (root: unknown, location: Location) => Value) => {
  const known = new WeakMap<object, Value>()
  return (root: unknown, location: Location): Value => {
    const remembers = isRecord(root) ? known.get(root) : undefined
    if (remembers) return remembers
    const value = read(root, location)
    if (isRecord(root)) known.set(root, value)
    return value
  }
}

/** The documents that an Arazzo document is about. */
export const sourcesOf = remembered(readSources)

/** `userApi` and `createToken` of `$sourceDescriptions.userApi.createToken`; of a plain id, the id alone. */
export const qualifiedId = (text: string): { source: string | undefined; id: string } => {
  const prefix = '$sourceDescriptions.'
  if (!text.startsWith(prefix)) return { source: undefined, id: text }
  const [source = '', ...rest] = text.slice(prefix.length).split('.')
  return { source, id: rest.join('.') }
}

/** `/tokens/create` and `post` of `{$sourceDescriptions.userApi.url}#/paths/~1tokens~1create/post`. */
export const pathAndMethod = (operationPath: string): { path: string; method: string } => {
  const [, urlPath = '', method = ''] = namesOf(operationPath.slice(operationPath.indexOf('#') + 1))
  return { path: urlPath, method }
}

const operationOf = (step: Record<string, unknown>, sources: Source[]): ApiOperation | undefined => {
  const { operationId, operationPath } = step
  if (typeof operationId === 'string') {
    const { source, id } = qualifiedId(operationId)
    const among = sources.filter(({ name }) => source === undefined || name === source)
    const named = among.flatMap(({ api }) => api?.operations ?? []).filter((operation) => operation.id === id)
    // Of two operations with one id, nobody knows which is meant: `unique-operation-id` reports that.
    return named.length === 1 ? named[0] : undefined
  }
  if (typeof operationPath !== 'string') return undefined
  const { path: urlPath, method } = pathAndMethod(operationPath)
  return sources
    .flatMap(({ api }) => api?.operations ?? [])
    .find((operation) => operation.path === urlPath && operation.method === method)
}

const readStories = (root: unknown, location: Location): Story[] => {
  const sources = sourcesOf(root, location)
  return listOf(memberOf(root, 'workflows')).flatMap((workflow, index) => {
    if (!isRecord(workflow)) return []
    const place = location.child(['workflows', index])
    const steps = listOf(workflow['steps']).flatMap((step, position) => {
      if (!isRecord(step)) return []
      const operation = operationOf(step, sources)
      return [
        { id: String(step['stepId']), node: step, operation, location: place.child(['steps', position]) },
      ]
    })
    return [{ node: workflow, steps, location: place }]
  })
}

/** The workflows of an Arazzo document. */
export const storiesOf = remembered(readStories)
