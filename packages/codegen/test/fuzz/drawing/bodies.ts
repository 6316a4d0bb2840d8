import { drawSchema } from './schema.ts'
import { drawDescription, drawText } from './texts.ts'
import type { World } from './world.ts'

/** How a member of a form is written, where the document says. */
export interface DrawnEncoding {
  readonly style?: string
  readonly explode?: boolean
  readonly allowReserved?: boolean
  readonly contentType?: string
}

export interface DrawnBody {
  /** As it is sent. */
  readonly mediaType: string
  readonly value: unknown
  readonly encoding: Readonly<Record<string, DrawnEncoding>>
  /** Whether the operation takes several media types, or a range, so that the call may name one. */
  readonly isChosen: boolean
}

interface DrawnMedia {
  /** As the document has it, which may be a range. */
  readonly range: string
  readonly mediaType: string
  readonly value: unknown
  readonly source: object
  readonly encoding: Readonly<Record<string, DrawnEncoding>>
}

/** A body with the value that a call sends; nothing where there is none. */
export function drawBody(world: World): { readonly drawn: DrawnBody; readonly source: object } | undefined {
  const { random } = world
  if (random.chance(0.3)) return undefined
  const media = unique(random.times(1, random.chance(0.25) ? 3 : 1, () => random.oneOf(kinds)(world)))
  const sent = random.oneOf(media)
  const isChosen = media.length > 1 || media.some(({ range }) => range.includes('*'))
  const content = Object.fromEntries(media.map(({ range, source }) => [range, source]))
  const { mediaType, value, encoding } = sent
  return {
    drawn: { mediaType, value, encoding, isChosen },
    source: { content, ...random.maybe(0.7, () => ({ required: true })), ...drawDescription(random) },
  }
}

function unique(media: readonly DrawnMedia[]): DrawnMedia[] {
  return [...new Map(media.map((each) => [each.mediaType, each])).values()]
}

const members = {
  type: 'object',
  properties: {
    text: { type: 'string' },
    count: { type: 'integer' },
    list: { type: 'array', items: { type: 'string' } },
    object: { type: 'object', properties: { R: { type: 'string' }, G: { type: 'string' } } },
  },
} as const

function drawMembers({ random }: World): Readonly<Record<string, unknown>> {
  const all = {
    text: drawText(random),
    count: random.below(100),
    list: [drawText(random), drawText(random)],
    object: { R: drawText(random), G: drawText(random) },
  }
  const kept = random.some(Object.entries(all), 0.8)
  return Object.fromEntries(kept.length === 0 ? [['count', 1]] : kept)
}

const kinds: readonly ((world: World) => DrawnMedia)[] = [json, json, jsonOfAnyKind, form, parts, text, bytes]

const plain = { encoding: {} }

function json(world: World): DrawnMedia {
  const range = world.random.oneOf([
    'application/json',
    'application/merge-patch+json',
    'application/json; charset=utf-8',
  ])
  const mediaType = range.split(';')[0] ?? range
  return { ...plain, range, mediaType, value: drawMembers(world), source: { schema: members } }
}

/** Any JSON at all: what is sent has the type of no schema, so the schema is open. */
function jsonOfAnyKind({ random }: World): DrawnMedia {
  const value = random.oneOf([[1, 2], 'a text', 7, true, { a: [{ b: null }] }])
  return { ...plain, range: 'application/json', mediaType: 'application/json', value, source: { schema: {} } }
}

function form(world: World): DrawnMedia {
  const { random } = world
  const mediaType = 'application/x-www-form-urlencoded'
  const styled: Readonly<Record<string, DrawnEncoding>> = {
    list: { style: random.oneOf(['form', 'spaceDelimited', 'pipeDelimited']), explode: false },
    object: random.oneOf([
      { style: 'deepObject', explode: true },
      { style: 'form', explode: true },
      { style: 'form', explode: false },
    ]),
    text: { allowReserved: true },
  }
  const encoding = Object.fromEntries(random.some(Object.entries(styled), random.oneOf([0, 0, 0.5])))
  return {
    range: mediaType,
    mediaType,
    value: drawMembers(world),
    source: { schema: members, ...(Object.keys(encoding).length > 0 && { encoding }) },
    encoding,
  }
}

function parts(world: World): DrawnMedia {
  const { random, is30 } = world
  const mediaType = 'multipart/form-data'
  const file = is30
    ? { type: 'string', format: 'binary' }
    : { type: 'string', contentMediaType: 'application/octet-stream' }
  const properties = { ...members.properties, file, files: { type: 'array', items: file } }
  const encoding = random.chance(0.3) ? { text: { contentType: 'text/markdown' } } : {}
  const files = { file: new Blob(['one']), files: [new Blob(['two']), new Blob(['three'])] }
  const value = { ...drawMembers(world), ...Object.fromEntries(random.some(Object.entries(files), 0.5)) }
  return {
    range: mediaType,
    mediaType,
    value,
    source: { schema: { type: 'object', properties }, encoding },
    encoding,
  }
}

function text({ random }: World): DrawnMedia {
  const mediaType = random.oneOf([
    'text/plain',
    'text/markdown',
    'application/xml',
    'application/atom+xml',
    'text/csv',
  ])
  return {
    ...plain,
    range: mediaType,
    mediaType,
    value: drawText(random),
    source: { schema: { type: 'string' } },
  }
}

function bytes(world: World): DrawnMedia {
  const { random, is30 } = world
  const [range, mediaType] = random.oneOf([
    ['application/octet-stream', 'application/octet-stream'],
    ['image/png', 'image/png'],
    ['image/*', 'image/webp'],
    ['*/*', 'application/pdf'],
  ] as const)
  const source = is30
    ? { schema: { type: 'string', format: 'binary' } }
    : random.oneOf([{}, { schema: {} }, { schema: drawSchema(world, 3) }])
  return { ...plain, range, mediaType, value: new Blob(['bytes']), source }
}
