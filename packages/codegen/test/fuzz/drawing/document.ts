import { Components } from './components.ts'
import { Names } from './names.ts'
import { type DrawnOperation, drawOperation, type Surroundings } from './operation.ts'
import { drawParameter } from './parameters.ts'
import { Random } from './random.ts'
import { discriminated, drawNamedSchema } from './schema.ts'
import {
  type DrawnCredentials,
  drawCredentials,
  drawSchemes,
  drawSecurity,
  type Requirement,
  schemeSources,
} from './security.ts'
import { drawServers } from './servers.ts'
import { drawDescription, drawProse } from './texts.ts'
import type { World } from './world.ts'

/** A document that is valid, with calls of its operations. */
export interface DrawnDocument {
  readonly document: object
  readonly operations: readonly DrawnOperation[]
  /** `undefined` where the document says nothing of it. */
  readonly security: readonly Requirement[] | undefined
  readonly credentials: DrawnCredentials
  readonly schemes: World['schemes']
}

/** Draws a small document of OpenAPI 3.0 or 3.1: the same from the same seed. */
export function drawDocument(seed: number): DrawnDocument {
  const world = drawWorld(new Random(seed))
  const { random, is30 } = world
  const components = new Components(world)
  const security = drawSecurity(world, 0.7)
  const items = random.times(is30 ? 1 : 0, 3, (index) => drawPathItem(world, components, index))
  const schemas = drawSchemas(world)
  const document = {
    openapi: is30 ? random.oneOf(['3.0.0', '3.0.3']) : random.oneOf(['3.1.0', '3.1.1']),
    info: {
      title: random.oneOf([`Drawn from ${seed}`, 'A `title` */ <b>']),
      version: '1.0.0',
      ...drawDescription(random),
    },
    ...random.maybe(0.5, () => ({ servers: drawServers(random).source })),
    ...random.maybe(0.4, () => ({ tags: drawTags(world) })),
    ...(security && { security }),
    paths: Object.fromEntries(items.map(({ path, source }) => [path, source])),
    ...(!is30 && random.maybe(0.1, () => ({ webhooks: { told: drawWebhook(world) } }))),
    components: { schemas, securitySchemes: schemeSources(world.schemes), ...components.all() },
  }
  return {
    document,
    operations: items.flatMap(({ operations }) => operations),
    security,
    credentials: drawCredentials(world),
    schemes: world.schemes,
  }
}

function drawWorld(random: Random): World {
  const names = new Names(random)
  const schemas = random.times(0, 5, () => names.component('schemas'))
  return { random, names, is30: random.chance(0.35), schemas, schemes: drawSchemes(random) }
}

function drawSchemas(world: World): object {
  const named = world.schemas.map((name, index) => [name, drawNamedSchema(world, index % 2 === 0)])
  const told = world.random.chance(0.3) ? discriminated(world, 'Drawn') : {}
  return { ...Object.fromEntries(named), ...told }
}

function drawTags({ names, random }: World): object[] {
  return names.tags().map((name) => ({ name, ...drawDescription(random) }))
}

function drawWebhook({ random, names }: World): object {
  return {
    post: {
      operationId: names.operationId(),
      summary: drawProse(random),
      responses: { 200: { description: 'ok' } },
    },
  }
}

const segments = ['users', 'größe', "it's", 'a:verb', '~x', 'a.b', 'a%20b', 'A', '@me', 'x+y', '(z)']
const methods = ['get', 'get', 'put', 'post', 'post', 'delete', 'options', 'head', 'patch']

function drawPathItem(world: World, components: Components, index: number) {
  const { random } = world
  const taken = new Set<string>()
  const parameters = random.times(0, 2, () => {
    const parameter = drawParameter(world, taken, 'path')
    taken.add(`path ${parameter.drawn.name.toLowerCase()}`)
    return parameter
  })
  const path = `/${random.oneOf(segments)}${index}${parameters.map(({ drawn }) => `/${random.oneOf(['', 'v', 'x-'])}{${drawn.name}}`).join('')}`
  const servers = random.chance(0.1) ? drawServers(random) : undefined
  const around: Surroundings = { path, parameters: parameters.map(({ drawn }) => drawn), servers }
  const isOfPath = random.chance(0.5)
  const sources = parameters.map(({ source }) => components.shared('parameters', source))
  const operations = [...new Set(random.times(1, 3, () => random.oneOf(methods)))].map((method) =>
    drawOperation(world, components, method, around),
  )
  const own = isOfPath ? [] : sources
  const entries = operations.map(({ drawn, source }) => [drawn.method, withParameters(source, own)])
  return {
    path,
    operations: operations.map(({ drawn }) => drawn),
    source: {
      ...random.maybe(0.1, () => ({ summary: drawProse(random) })),
      ...(servers && { servers: servers.source }),
      ...(isOfPath && sources.length > 0 && { parameters: sources }),
      ...Object.fromEntries(entries),
    },
  }
}

function withParameters(
  source: { readonly parameters?: readonly object[] | undefined } & object,
  own: readonly object[],
): object {
  const parameters = [...own, ...(source.parameters ?? [])]
  return parameters.length === 0 ? source : { ...source, parameters }
}
