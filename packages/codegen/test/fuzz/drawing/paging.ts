import type { DrawnParameter } from './parameters.ts'
import type { World } from './world.ts'

interface Paged {
  readonly parameters: readonly { readonly drawn: DrawnParameter; readonly source: object }[]
  readonly responses: object
  readonly extension: object
}

/** An operation that answers a page at a time, and says so, or has the usual two parameters. */
export function drawPaging({ random }: World): Paged {
  const by = random.oneOf(['page', 'offset', 'cursor', 'usual'] as const)
  const [position, size] =
    by === 'usual'
      ? ['page', 'per_page']
      : random.oneOf([
          [by, 'size'],
          [`my-${by}`, 'limit'],
        ] as const)
  const isWrapped = by === 'cursor' || (by !== 'usual' && random.chance(0.5))
  const items = { type: 'array', items: { type: 'object', properties: { id: { type: 'string' } } } }
  const page = {
    type: 'object',
    required: ['data'],
    properties: { data: items, meta: { type: 'object', properties: { next: { type: 'string' } } } },
  }
  const from = by === 'page' ? { from: random.below(2) } : {}
  const places = isWrapped ? { items: '/data', ...(by === 'cursor' && { next: '/meta/next' }) } : {}
  const told = { by, parameter: position, size, ...from, ...places }
  const cursor = by === 'cursor'
  return {
    parameters: [
      parameter(position, cursor ? 'string' : 'integer', cursor ? 'c1' : 2),
      parameter(size, 'integer', 10),
    ],
    responses: {
      200: { description: 'A page.', content: { 'application/json': { schema: isWrapped ? page : items } } },
    },
    extension: by === 'usual' ? {} : { 'x-pagination': told },
  }
}

function parameter(name: string, type: string, value: unknown) {
  const drawn: DrawnParameter = {
    name,
    in: 'query',
    style: 'form',
    explode: true,
    isReserved: false,
    mediaType: undefined,
    value,
  }
  return { drawn, source: { name, in: 'query', schema: { type } } }
}
