/** An operation that was drawn, with a value for each of its parameters. */
export interface DrawnOperation {
  readonly id: string
  readonly path: string
  readonly parameters: readonly DrawnParameter[]
  readonly body: { readonly mediaType: string; readonly value: unknown } | undefined
}

export interface DrawnParameter {
  readonly name: string
  readonly in: 'path' | 'query' | 'header'
  readonly style: string
  readonly explode: boolean
  readonly value: unknown
}

/** A document that is valid, and whose operations all have a meaning. */
export interface DrawnDocument {
  readonly document: object
  readonly operations: readonly DrawnOperation[]
}

/** Numbers from 0 to 1 that are the same for the same seed (mulberry32). */
function numbersFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

const styles = {
  path: ['simple', 'label', 'matrix'],
  query: ['form', 'spaceDelimited', 'pipeDelimited', 'deepObject'],
  header: ['simple'],
} as const

const words = ['id', 'per_page', 'sort-by', 'X.Trace', 'class', 'body', 'filter', 'Größe', 'a1']
const letters = ['a', 'Z', '7', ' ', '/', '?', '&', '=', '%', 'é', ',', ';', '😀', '-', '+', '"']

/** Draws a document with so many operations: the same from the same seed. */
export function drawDocument(seed: number, count: number): DrawnDocument {
  const drawing = new Drawing(seed)
  const operations = Array.from({ length: count }, (_, index) => drawing.drawOperation(index))
  const paths = Object.fromEntries(operations.map((each) => [each.drawn.path, { post: each.source }]))
  const info = { title: `Drawn from ${seed}`, version: '1.0.0' }
  return {
    document: { openapi: '3.1.1', info, security: [], paths },
    operations: operations.map(({ drawn }) => drawn),
  }
}

class Drawing {
  private readonly next: () => number

  constructor(seed: number) {
    this.next = numbersFrom(seed)
  }

  drawOperation(index: number) {
    const parameters = Array.from({ length: this.below(5) }, (_, position) => this.drawParameter(position))
    const inPath = parameters.filter(({ drawn }) => drawn.in === 'path').map(({ drawn }) => drawn)
    const path = [`/drawn${index}`, ...inPath.map(({ name }) => `{${name}}`)].join('/')
    const body = this.drawBody()
    const id = `drawn${index}`
    const drawn: DrawnOperation = {
      id,
      path,
      parameters: parameters.map((each) => each.drawn),
      body: body && { mediaType: body.mediaType, value: body.value },
    }
    const source = {
      operationId: id,
      parameters: parameters.map((each) => each.source),
      ...(body && {
        requestBody: { required: true, content: { [body.mediaType]: { schema: body.schema } } },
      }),
      responses: { 204: { description: 'done' } },
    }
    return { drawn, source }
  }

  private drawParameter(position: number) {
    const location = this.oneOf(['path', 'query', 'query', 'header'] as const)
    const style = this.oneOf(styles[location])
    const kinds = /Delimited$/.test(style)
      ? ['list', 'object']
      : style === 'deepObject'
        ? ['object']
        : ['one', 'list', 'object']
    const kind = this.oneOf(kinds)
    const explode = /Delimited$/.test(style) ? false : style === 'deepObject' || this.next() < 0.5
    const { value, schema } = this.drawValue(kind, location === 'header')
    const name = `${this.oneOf(words)}${position}`
    const isASCII = /^[\w.-]+$/.test(name)
    const drawn: DrawnParameter = {
      name: location === 'query' || isASCII ? name : `p${position}`,
      in: location,
      style,
      explode,
      value,
    }
    const source = { name: drawn.name, in: location, style, explode, schema, required: location === 'path' }
    return { drawn, source }
  }

  private drawValue(kind: string, isHeader: boolean): { value: unknown; schema: object } {
    if (kind === 'list') {
      const items = Array.from({ length: 1 + this.below(3) }, () => this.drawText(isHeader))
      return { value: items, schema: { type: 'array', items: { type: 'string' } } }
    }
    if (kind === 'object') {
      const members = ['R', 'G', 'x-y']
        .slice(0, 1 + this.below(3))
        .map((name) => [name, this.drawText(isHeader)])
      return {
        value: Object.fromEntries(members),
        schema: { type: 'object', additionalProperties: { type: 'string' } },
      }
    }
    return this.oneOf([
      { value: this.below(1000), schema: { type: 'integer' } },
      { value: this.next() < 0.5, schema: { type: 'boolean' } },
      { value: this.drawText(isHeader), schema: { type: 'string' } },
    ])
  }

  /** A header holds ASCII, without white space at its ends. */
  private drawText(isHeader: boolean): string {
    const from = isHeader ? letters.slice(0, 3) : letters
    return `x${Array.from({ length: this.below(6) }, () => this.oneOf(from)).join('')}`
  }

  private drawBody() {
    const members = {
      type: 'object',
      properties: { text: { type: 'string' }, list: { type: 'array', items: { type: 'string' } } },
    }
    const value = { text: this.drawText(false), list: [this.drawText(false), this.drawText(false)] }
    if (this.next() < 0.25) return undefined
    return this.oneOf([
      { mediaType: 'application/json', schema: members, value },
      { mediaType: 'application/x-www-form-urlencoded', schema: members, value },
      { mediaType: 'text/plain', schema: { type: 'string' }, value: this.drawText(false) },
    ])
  }

  private below(limit: number): number {
    return Math.floor(this.next() * limit)
  }

  private oneOf<Item>(items: readonly Item[]): Item {
    const item = items[this.below(items.length)]
    if (item === undefined) throw new Error('nothing to draw from')
    return item
  }
}
