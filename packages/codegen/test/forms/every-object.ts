const text = { type: 'string' }
const json = (schema: object, more: object = {}) => ({ 'application/json': { schema, ...more } })

/** A document with each object of OpenAPI, and as little else as that takes. */
export const everyObject = {
  openapi: '3.1.1',
  info: { title: 'Pets', version: '1.0.0', description: 'All pets.', contact: { name: 'Ada' } },
  servers: [
    {
      url: 'https://{region}.example.com',
      description: 'The one.',
      variables: { region: { default: 'eu', enum: ['eu', 'us'], description: 'Where.' } },
    },
  ],
  security: [{ token: [] }, { oauth: ['pets:read'] }],
  tags: [{ name: 'pets', description: 'Pets.', externalDocs: { url: 'https://example.com' } }],
  paths: {
    '/pets/{id}': {
      summary: 'A pet',
      description: 'One of the pets.',
      servers: [{ url: 'https://pets.example.com' }],
      parameters: [{ name: 'id', in: 'path', required: true, schema: text }],
      get: {
        operationId: 'getPet',
        summary: 'Get pet',
        description: 'Returns a pet.',
        tags: ['pets'],
        deprecated: true,
        security: [{}],
        servers: [{ url: 'https://pets.example.com' }],
        externalDocs: { url: 'https://example.com' },
        'x-role': 'user',
        'x-idempotent': true,
        'x-internal': false,
        parameters: [
          {
            name: 'limit',
            in: 'query',
            description: 'How many.',
            required: false,
            deprecated: false,
            style: 'form',
            explode: true,
            allowReserved: false,
            schema: { type: 'integer' },
            examples: { few: { summary: 'Few', description: 'A few.', value: 2 } },
          },
          { name: 'filter', in: 'query', content: json({ type: 'object' }) },
          { $ref: '#/components/parameters/Sort' },
        ],
        responses: {
          200: {
            description: 'A pet.',
            headers: {
              ETag: { description: 'Its version.', required: true, schema: text, example: '"1"' },
              Link: { $ref: '#/components/headers/Link' },
            },
            content: json(
              { $ref: '#/components/schemas/Pet' },
              { examples: { Rex: { value: { name: 'Rex' } } } },
            ),
            links: {
              again: {
                operationId: 'getPet',
                description: 'The same.',
                parameters: { id: '$request.path.id' },
              },
            },
          },
          '4XX': { $ref: '#/components/responses/Problem' },
        },
      },
      post: {
        operationId: 'changePet',
        requestBody: {
          description: 'A photo.',
          required: true,
          content: {
            'multipart/form-data': {
              schema: { type: 'object', properties: { photo: { type: 'string', format: 'binary' } } },
              encoding: { photo: { contentType: 'image/png', headers: { 'X-Size': { schema: text } } } },
            },
          },
        },
        responses: { default: { description: 'Done.' } },
        callbacks: {
          changed: { '{$request.query.url}': { post: { responses: { 204: { description: 'Seen.' } } } } },
        },
      },
    },
    '/more': { $ref: '#/components/pathItems/More' },
  },
  webhooks: { arrived: { post: { responses: { 204: { description: 'Seen.' } } } } },
  components: {
    schemas: {
      Pet: {
        type: 'object',
        title: 'Pet',
        description: 'A pet.',
        required: ['name'],
        properties: { name: { type: 'string', minLength: 1, pattern: '^[a-z]' }, kind: text },
        additionalProperties: { type: 'integer', minimum: 0 },
      },
      Cat: { allOf: [{ $ref: '#/components/schemas/Pet' }, { properties: { lives: { type: 'integer' } } }] },
      Any: {
        oneOf: [{ $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Pet' }],
        discriminator: { propertyName: 'kind', mapping: { cat: '#/components/schemas/Cat' } },
      },
      Rows: { type: 'array', items: { anyOf: [text, { type: 'null' }] }, minItems: 1, uniqueItems: true },
      Odd: { not: text, patternProperties: { '^x-': text }, propertyNames: { maxLength: 3 } },
    },
    parameters: { Sort: { name: 'sort', in: 'query', schema: { type: 'string', enum: ['up', 'down'] } } },
    headers: { Link: { schema: text } },
    examples: { Rex: { summary: 'Rex', value: { name: 'Rex' } } },
    requestBodies: { Pet: { content: json({ $ref: '#/components/schemas/Pet' }) } },
    responses: {
      Problem: { description: 'A problem.', content: json({ $ref: '#/components/schemas/Any' }) },
    },
    links: { Pet: { operationId: 'getPet', parameters: { id: '$response.body#/id' } } },
    callbacks: {
      told: { '{$request.query.url}': { post: { responses: { 204: { description: 'Seen.' } } } } },
    },
    securitySchemes: {
      token: { type: 'http', scheme: 'bearer', description: 'A token.' },
      key: { type: 'apiKey', in: 'header', name: 'X-Key' },
      oauth: {
        type: 'oauth2',
        flows: { clientCredentials: { tokenUrl: 'https://example.com', scopes: { 'pets:read': 'Read.' } } },
      },
    },
    pathItems: { More: { get: { operationId: 'getMore', responses: { 204: { description: 'None.' } } } } },
  },
}
