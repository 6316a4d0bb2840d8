import { type DrawnBody, drawBody } from './bodies.ts'
import type { Components } from './components.ts'
import { drawPaging } from './paging.ts'
import { type DrawnParameter, drawParameter } from './parameters.ts'
import { drawResponses } from './responses.ts'
import { drawSecurity, type Requirement } from './security.ts'
import { type DrawnServers, drawServers } from './servers.ts'
import { drawProse } from './texts.ts'
import type { World } from './world.ts'

/** An operation with what a call gives it. */
export interface DrawnOperation {
  readonly method: string
  readonly path: string
  readonly parameters: readonly DrawnParameter[]
  readonly body: DrawnBody | undefined
  /** Its own, or those of its path. */
  readonly servers: DrawnServers | undefined
  /** Its own; `undefined` where those of the document count. */
  readonly security: readonly Requirement[] | undefined
}

/** What an operation has from its path item. */
export interface Surroundings {
  readonly path: string
  readonly parameters: readonly DrawnParameter[]
  readonly servers: DrawnServers | undefined
}

const withoutBody = ['get', 'head', 'delete', 'options', 'trace']

export function drawOperation(world: World, components: Components, method: string, around: Surroundings) {
  const { random } = world
  const paging =
    method === 'get' && around.parameters.length === 0 && random.chance(0.15) ? drawPaging(world) : undefined
  const own = paging?.parameters ?? drawOwnParameters(world, around.parameters)
  const body = withoutBody.includes(method) ? undefined : drawBody(world)
  const servers = random.chance(0.1) ? drawServers(random) : undefined
  const security = drawSecurity(world, 0.3)
  const drawn: DrawnOperation = {
    method,
    path: around.path,
    parameters: [...around.parameters, ...own.map((each) => each.drawn)],
    body: body?.drawn,
    servers: servers ?? around.servers,
    security,
  }
  const responses = paging?.responses ?? sharedResponses(components, drawResponses(world))
  const source = {
    ...labels(world),
    ...(own.length > 0 && { parameters: own.map((each) => components.shared('parameters', each.source)) }),
    ...(body && { requestBody: components.shared('requestBodies', body.source) }),
    ...(servers && { servers: servers.source }),
    ...(security && { security }),
    ...paging?.extension,
    ...random.maybe(0.05, () => ({ callbacks: drawCallbacks(world) })),
    responses,
  }
  return { drawn, source }
}

function labels(world: World): object {
  const { random, names } = world
  return {
    ...random.maybe(0.7, () => ({ operationId: names.operationId() })),
    ...random.maybe(0.6, () => ({ summary: drawProse(random) })),
    ...random.maybe(0.4, () => ({ description: drawProse(random) })),
    ...random.maybe(0.5, () => ({ tags: names.tags() })),
    ...random.maybe(0.05, () => ({ deprecated: true })),
  }
}

function drawOwnParameters(world: World, others: readonly DrawnParameter[]) {
  const taken = new Set(others.map((each) => `${each.in} ${each.name.toLowerCase()}`))
  return world.random.times(0, 3, () => {
    const place = world.random.oneOf(['query', 'query', 'query', 'header', 'cookie'] as const)
    const parameter = drawParameter(world, taken, place)
    taken.add(`${place} ${parameter.drawn.name.toLowerCase()}`)
    return parameter
  })
}

function sharedResponses(components: Components, responses: Readonly<Record<string, object>>): object {
  return Object.fromEntries(
    Object.entries(responses).map(([status, response]) => [status, components.shared('responses', response)]),
  )
}

/** What others call, which has ids as operations have them. */
export function drawCallbacks({ names }: World): object {
  const post = {
    operationId: names.operationId(),
    requestBody: { content: { 'application/json': { schema: { type: 'object' } } } },
    responses: { 200: { description: 'ok' } },
  }
  return { told: { '{$request.body#/url}': { post } } }
}
