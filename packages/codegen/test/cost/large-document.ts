/** A document with so many operations, five for each thing that it has: what most APIs look like. */
export function largeDocument(operations: number): object {
  const things = Array.from({ length: Math.ceil(operations / 5) }, (_, index) => `Thing${index}`)
  return {
    openapi: '3.1.1',
    info: { title: 'Things', version: '1.0.0' },
    security: [{ token: [] }],
    paths: Object.fromEntries(things.flatMap(pathsOf)),
    components: {
      securitySchemes: { token: { type: 'http', scheme: 'bearer' } },
      schemas: Object.fromEntries([['Problem', problem], ...things.map(schemaOf)]),
    },
  }
}

const text = (description: string) => ({ type: 'string', description })
const problem = { type: 'object', required: ['message'], properties: { message: text('What is wrong.') } }

/** Each has the one before it, as things of an API have each other. */
function schemaOf(name: string, index: number): readonly [string, object] {
  const before = index % 10 === 0 ? text('Nothing is before it.') : reference(`Thing${index - 1}`)
  const properties = {
    id: { type: 'integer', format: 'int64', description: 'The id of the thing.' },
    name: { ...text('What it is called.'), minLength: 1, maxLength: 80 },
    kind: { enum: ['small', 'large'] },
    tags: { type: 'array', items: text('A tag.') },
    before,
    more: { type: 'object', additionalProperties: { type: 'number' } },
  }
  return [name, { type: 'object', description: `The thing ${index}.`, required: ['id', 'name'], properties }]
}

function reference(name: string): object {
  return { $ref: `#/components/schemas/${name}` }
}

function pathsOf(name: string, index: number): readonly (readonly [string, object])[] {
  const tags = [`Group ${Math.floor(index / 10)}`]
  const one = reference(name)
  const id = { name: 'id', in: 'path', required: true, schema: { type: 'integer' } }
  const limit = { name: 'limit', in: 'query', schema: { type: 'integer', minimum: 1, maximum: 100 } }
  const requestBody = { required: true, content: json(one) }
  return [
    [
      `/things-${index}`,
      {
        get: {
          operationId: `list${name}`,
          tags,
          parameters: [limit],
          ...returning({ type: 'array', items: one }),
        },
        post: { operationId: `create${name}`, tags, requestBody, ...returning(one) },
      },
    ],
    [
      `/things-${index}/{id}`,
      {
        parameters: [id],
        get: { operationId: `get${name}`, tags, ...returning(one) },
        put: { operationId: `update${name}`, tags, requestBody, ...returning(one) },
        delete: { operationId: `delete${name}`, tags, responses: { 204: { description: 'Deleted.' } } },
      },
    ],
  ]
}

function json(schema: object): object {
  return { 'application/json': { schema } }
}

function returning(schema: object): object {
  return {
    summary: 'Does something with things',
    responses: {
      200: { description: 'Done.', content: json(schema) },
      404: { description: 'There is no such thing.', content: json(reference('Problem')) },
    },
  }
}
