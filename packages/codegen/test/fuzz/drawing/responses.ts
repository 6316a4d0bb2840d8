import { drawSchema } from './schema.ts'
import { drawProse } from './texts.ts'
import type { World } from './world.ts'

const media = [
  ...[
    'application/json',
    'application/json',
    'application/json',
    'application/json; charset=utf-8',
    'application/problem+json',
  ],
  ...[
    'application/*+json',
    '*/*',
    'image/*',
    'text/plain',
    'text/html',
    'application/xml',
    'application/octet-stream',
  ],
  ...[
    'application/x-ndjson',
    'application/jsonl',
    'text/event-stream',
    'application/x-www-form-urlencoded',
    'application/pdf',
  ],
]

/** Responses of all kinds: several successes, ranges, `default`, streams, bytes, nothing. */
export function drawResponses(world: World): Readonly<Record<string, object>> {
  const { random } = world
  const successes = random.chance(0.75) ? ['200'] : random.some(['200', '201', '204', '2XX'], 0.5)
  const failures = random.some(['302', '400', '404', '4XX', '5XX', 'default'], 0.25)
  const statuses = [...successes, ...failures]
  return Object.fromEntries(
    (statuses.length === 0 ? ['204'] : statuses).map((status) => [status, drawResponse(world, status)]),
  )
}

function drawResponse(world: World, status: string): object {
  const { random } = world
  const hasBody = status !== '204' && random.chance(0.8)
  const content = random.times(1, random.chance(0.15) ? 2 : 1, () => [
    random.oneOf(media),
    { schema: drawSchema(world) },
  ])
  return {
    description: drawProse(random),
    ...(hasBody && { content: Object.fromEntries(content) }),
    ...random.maybe(0.2, () => ({ headers: drawHeaders(world) })),
  }
}

function drawHeaders({ random }: World): object {
  const schemas = [
    { type: 'integer' },
    { type: 'string' },
    { type: 'string', enum: ['a', 'b'] },
    { type: 'boolean' },
  ]
  const names = random.some(['X-Rate-Limit', 'Retry-After', 'ETag', 'x.odd', 'constructor'], 0.4)
  return Object.fromEntries(
    names.map((name) => [
      name,
      { schema: random.oneOf(schemas), ...random.maybe(0.3, () => ({ required: true })) },
    ]),
  )
}
