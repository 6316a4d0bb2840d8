import { drawDescription, drawText } from './texts.ts'
import type { World } from './world.ts'

export type Place = 'path' | 'query' | 'header' | 'cookie'

/** A parameter with the value that a call gives it; `undefined` where it leaves it out. */
export interface DrawnParameter {
  readonly name: string
  readonly in: Place
  readonly style: string
  readonly explode: boolean
  readonly isReserved: boolean
  /** What the value is written as, where no style says it. */
  readonly mediaType: string | undefined
  readonly value: unknown
}

const styles: Readonly<Record<Place, readonly string[]>> = {
  path: ['simple', 'simple', 'label', 'matrix'],
  query: ['form', 'form', 'form', 'spaceDelimited', 'pipeDelimited', 'deepObject'],
  header: ['simple'],
  cookie: ['form'],
}

type Kind = 'one' | 'list' | 'object'

/** A parameter that OpenAPI says how to write, as the document has it and as it is called. */
export function drawParameter(world: World, taken: ReadonlySet<string>, place = drawPlace(world)) {
  const { random, names } = world
  const name = names.parameter(place, taken)
  const required = place === 'path' || random.chance(0.3)
  const described = {
    name,
    in: place,
    required,
    ...drawDescription(random),
    ...random.maybe(0.05, () => ({ deprecated: true })),
  }
  const isLeftOut = !required && random.chance(0.2)
  const { form, source, value } = random.chance(0.1) ? byContent(world, place) : byStyle(world, place)
  const drawn: DrawnParameter = { name, in: place, ...form, value: isLeftOut ? undefined : value }
  return { drawn, source: { ...described, ...source } }
}

function drawPlace({ random }: World): Place {
  return random.oneOf(['path', 'query', 'query', 'query', 'header', 'cookie'])
}

function byContent({ random }: World, place: Place) {
  const isJson = random.chance(0.7)
  const mediaType = isJson ? random.oneOf(['application/json', 'application/vnd.drawn+json']) : 'text/plain'
  const object = {
    type: 'object',
    properties: { list: { type: 'array', items: { type: 'integer' } }, text: { type: 'string' } },
  }
  return {
    form: {
      style: place === 'path' || place === 'header' ? 'simple' : 'form',
      explode: false,
      isReserved: false,
      mediaType,
    },
    source: { content: { [mediaType]: { schema: isJson ? object : { type: 'string' } } } },
    value: isJson ? { list: [1, 2], text: drawText(random, true) } : drawText(random, place === 'header'),
  }
}

function byStyle(world: World, place: Place) {
  const { random } = world
  const style = random.oneOf(styles[place])
  const kind = random.oneOf(kindsOf(style))
  const explode = drawExplode(world, place, style, kind)
  const isReserved = place === 'query' && style === 'form' && random.chance(0.1)
  const { value, schema } = drawValue(world, kind, place === 'header')
  const isSaid = style !== usualStyle(place) || random.chance(0.5)
  const isExplodeSaid = explode !== (style === 'form') || random.chance(0.5)
  return {
    form: { style, explode, isReserved, mediaType: undefined },
    source: {
      schema,
      ...(isSaid && { style }),
      ...(isExplodeSaid && { explode }),
      ...(isReserved && { allowReserved: true }),
      ...random.maybe(place === 'path' ? 0 : 0.1, () => ({ example: value })),
    },
    value,
  }
}

function usualStyle(place: Place): string {
  return place === 'query' || place === 'cookie' ? 'form' : 'simple'
}

function kindsOf(style: string): readonly Kind[] {
  if (style === 'deepObject') return ['object']
  return style.endsWith('Delimited') ? ['list', 'object'] : ['one', 'one', 'list', 'object']
}

function drawExplode({ random }: World, place: Place, style: string, kind: Kind): boolean {
  if (style === 'deepObject') return true
  // Neither is defined when it is exploded.
  if (style.endsWith('Delimited') || (place === 'cookie' && kind !== 'one')) return false
  return random.chance(0.5)
}

function drawValue(world: World, kind: Kind, isHeader: boolean): { value: unknown; schema: object } {
  const { random } = world
  const text = { type: 'string' }
  if (kind === 'list') {
    const list = { type: 'array', items: text }
    const schema = random.oneOf([list, list, orNull(world, list), { anyOf: [list, { type: 'integer' }] }])
    return { value: random.times(1, 3, () => drawText(random, isHeader)), schema }
  }
  if (kind === 'object') {
    const value = Object.fromEntries(
      ['R', 'G', 'x-y'].slice(0, 1 + random.below(3)).map((name) => [name, drawText(random, isHeader)]),
    )
    return { value, schema: drawObjectSchema(world) }
  }
  return drawSingle(world, isHeader)
}

function drawObjectSchema(world: World): object {
  const { random } = world
  const text = { type: 'string' }
  const members = { R: text, G: text, 'x-y': text }
  return random.oneOf([
    { type: 'object', additionalProperties: text },
    { type: 'object', properties: members },
    orNull(world, { type: 'object', properties: members }),
    {
      allOf: [
        { type: 'object', properties: { R: text } },
        { type: 'object', properties: { G: text, 'x-y': text } },
      ],
    },
  ])
}

function drawSingle(world: World, isHeader: boolean): { value: unknown; schema: object } {
  const { random } = world
  const text = { value: drawText(random, isHeader), schema: { type: 'string' } }
  return random.oneOf([
    { value: random.below(1000), schema: { type: 'integer', format: 'int64' } },
    { value: random.below(100) / 8 - 5, schema: { type: 'number' } },
    { value: random.chance(0.5), schema: { type: 'boolean' } },
    { value: 'b', schema: { type: 'string', enum: ['a', 'b'] } },
    { value: text.value, schema: orNull(world, text.schema) },
    { value: text.value, schema: { anyOf: [{ type: 'integer' }, { type: 'string' }] } },
    text,
    text,
  ])
}

/** A schema that allows null as well. */
function orNull(
  { is30 }: World,
  { type, ...schema }: { readonly type: string; readonly [keyword: string]: unknown },
): object {
  return is30 ? { type, ...schema, nullable: true } : { type: [type, 'null'], ...schema }
}
