/** What stands in a place of a document. */
export type Expected =
  | { readonly kind: 'text'; readonly example: string }
  | { readonly kind: 'single' | 'flag' | 'object' | 'anything' }
  | { readonly kind: 'list'; readonly of: Expected }
  | { readonly kind: 'map'; readonly of: Expected; readonly names: Names }
  | { readonly kind: 'form'; readonly form: FormName }

/** The names in a map of the document. */
export interface Names {
  readonly example: string
  /** What each looks like, where not every one is right. */
  readonly pattern?: RegExp
  /** Whether some may be extensions. */
  readonly extensible?: boolean
}

/** An object of the OpenAPI standard. */
export interface Form {
  readonly members: Readonly<Record<string, Expected>>
  readonly required?: readonly string[]
  /** Where components of it are, if a reference may stand in its place. */
  readonly component?: string
  /** What stands in members of other names that are no extensions; `none` where one would be an operation that is lost. */
  readonly others?: Expected | 'none'
  readonly example: string
}

const text = (example: string): Expected => ({ kind: 'text', example: `"${example}"` })
const list = (of: Expected): Expected => ({ kind: 'list', of })
const map = (of: Expected, names: string | Names): Expected => ({
  kind: 'map',
  of,
  names: typeof names === 'string' ? { example: names } : names,
})
const form = (name: FormName): Expected => ({ kind: 'form', form: name })
const flag: Expected = { kind: 'flag' }
const anything: Expected = { kind: 'anything' }
/** A text, or what YAML reads as a number or as true and false where a text is meant. */
const single: Expected = { kind: 'single' }
const object: Expected = { kind: 'object' }

const description = text('What it is for.')
const summary = text('List pets')
const cure = { 'x-cure': text('Ask an admin.') }
const servers = list(form('Server'))
const security = list(map(list(text('pets:read')), 'token'))
const parameters = list(form('Parameter'))
const headers = map(form('Header'), 'ETag')
const links = map(form('Link'), 'getPet')
const examples = map(form('Example'), 'Rex')
const content = map(form('MediaType'), 'application/json')
const callbacks = map(form('Callback'), 'arrived')
const isPath = { example: '/pets', pattern: /^\//, extensible: true }
const isStatus = { example: '200', pattern: /^(?:[1-5](?:\d\d|XX)|default)$/, extensible: true }
const responses = map(form('Response'), isStatus)

/** What parameters and headers have in common. */
const described = {
  ...{ description, required: flag, deprecated: flag, style: text('form'), explode: flag },
  ...{ allowReserved: flag, schema: form('Schema'), content, example: anything, examples },
}

const operationMembers = {
  ...{ operationId: text('listPets'), summary, description, tags: list(text('pets')), deprecated: flag },
  ...{ security, servers, parameters, requestBody: form('RequestBody'), responses, callbacks },
  ...{ externalDocs: object, 'x-role': text('user'), 'x-idempotent': flag, 'x-internal': flag },
}

const schemaMembers = {
  ...named(
    ['additionalProperties', 'contains', 'contentSchema', 'else', 'if', 'items', 'not'],
    form('Schema'),
  ),
  ...named(['propertyNames', 'then', 'unevaluatedItems', 'unevaluatedProperties'], form('Schema')),
  ...named(['allOf', 'anyOf', 'oneOf', 'prefixItems'], list(form('Schema'))),
  ...named(['$defs', 'definitions', 'dependentSchemas', 'properties'], map(form('Schema'), 'name')),
  patternProperties: map(form('Schema'), '^x-'),
  discriminator: form('Discriminator'),
}

function named(names: readonly string[], expected: Expected): Readonly<Record<string, Expected>> {
  return Object.fromEntries(names.map((name) => [name, expected]))
}

export type FormName =
  | 'Callback'
  | 'Components'
  | 'Discriminator'
  | 'Document'
  | 'Encoding'
  | 'Example'
  | 'Header'
  | 'Info'
  | 'Link'
  | 'MediaType'
  | 'Operation'
  | 'Parameter'
  | 'PathItem'
  | 'RequestBody'
  | 'Response'
  | 'Schema'
  | 'SecurityScheme'
  | 'Server'
  | 'ServerVariable'
  | 'Tag'

/**
 * Each object of OpenAPI 3.0 to 3.2 that is read here, by its name in the standard. Keywords of a schema that hold no schemas are held to the
 * metaschema of JSON Schema instead.
 *
 * @see https://spec.openapis.org/oas/v3.1.1.html#schema-0
 */
export const forms: Readonly<Record<FormName, Form>> = {
  Document: {
    members: {
      ...{ openapi: text('3.1.1'), info: form('Info'), servers, security, tags: list(form('Tag')) },
      paths: map(form('PathItem'), isPath),
      webhooks: map(form('PathItem'), 'petArrived'),
      components: form('Components'),
      externalDocs: object,
    },
    required: ['info'],
    example: '{ "openapi": "3.1.1", "info": { … } }',
  },
  Info: {
    members: {
      title: text('Pets'),
      version: text('1.0.0'),
      summary,
      description,
      contact: object,
      license: object,
    },
    required: ['title', 'version'],
    example: '{ "title": "Pets", "version": "1.0.0" }',
  },
  Server: {
    members: {
      url: text('https://example.com'),
      description,
      variables: map(form('ServerVariable'), 'region'),
    },
    required: ['url'],
    example: '{ "url": "https://example.com" }',
  },
  ServerVariable: {
    members: { default: single, enum: list(single), description },
    required: ['default'],
    example: '{ "default": "eu" }',
  },
  Tag: {
    members: { name: text('pets'), description, externalDocs: object },
    required: ['name'],
    example: '{ "name": "pets" }',
  },
  Components: {
    members: {
      ...{ schemas: map(form('Schema'), 'Pet'), responses: map(form('Response'), 'NotFound') },
      ...{ parameters: map(form('Parameter'), 'Limit'), examples, headers, links, callbacks },
      requestBodies: map(form('RequestBody'), 'Pet'),
      securitySchemes: map(form('SecurityScheme'), 'token'),
      pathItems: map(form('PathItem'), 'Pets'),
    },
    example: '{ "schemas": { … } }',
  },
  PathItem: {
    members: {
      ...{ summary, description, servers, parameters },
      ...named(['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'], form('Operation')),
    },
    component: 'pathItems',
    others: 'none',
    example: '{ "get": { … } }',
  },
  Operation: {
    members: operationMembers,
    example: '{ "operationId": "listPets", "responses": { … } }',
  },
  Parameter: {
    members: { name: text('limit'), in: text('query'), ...described },
    required: ['name', 'in'],
    component: 'parameters',
    example: '{ "name": "limit", "in": "query", "schema": { "type": "integer" } }',
  },
  RequestBody: {
    members: { description, required: flag, content },
    required: ['content'],
    component: 'requestBodies',
    example: '{ "content": { "application/json": { … } } }',
  },
  MediaType: {
    members: {
      ...{ schema: form('Schema'), itemSchema: form('Schema'), example: anything, examples },
      encoding: map(form('Encoding'), 'photo'),
    },
    example: '{ "schema": { "type": "object" } }',
  },
  Encoding: {
    members: {
      contentType: text('image/png'),
      headers,
      style: text('form'),
      explode: flag,
      allowReserved: flag,
    },
    example: '{ "contentType": "image/png" }',
  },
  Response: {
    members: { description, headers, content, links, ...cure },
    component: 'responses',
    example: '{ "description": "All pets." }',
  },
  Header: {
    members: described,
    component: 'headers',
    example: '{ "schema": { "type": "string" } }',
  },
  Example: {
    members: {
      ...{ summary, description, value: anything, ...cure },
      externalValue: text('https://example.com/pet.json'),
    },
    component: 'examples',
    example: '{ "value": { "name": "Rex" } }',
  },
  Link: {
    members: {
      ...{ operationId: text('getPet'), operationRef: text('#/paths/~1pets/get'), description },
      ...{ parameters: map(anything, 'id'), requestBody: anything, server: form('Server') },
    },
    component: 'links',
    example: '{ "operationId": "getPet" }',
  },
  Callback: {
    members: {},
    others: form('PathItem'),
    component: 'callbacks',
    example: '{ "{$request.body#/url}": { "post": { … } } }',
  },
  SecurityScheme: {
    members: {
      ...{ type: text('http'), description, name: text('X-Key'), in: text('header'), scheme: text('bearer') },
      ...{ bearerFormat: text('JWT'), flows: object, openIdConnectUrl: text('https://example.com/') },
    },
    required: ['type'],
    component: 'securitySchemes',
    example: '{ "type": "http", "scheme": "bearer" }',
  },
  Schema: {
    members: schemaMembers,
    component: 'schemas',
    example: '{ "type": "string" }',
  },
  Discriminator: {
    members: { propertyName: text('kind'), mapping: map(text('#/components/schemas/Cat'), 'cat') },
    required: ['propertyName'],
    example: '{ "propertyName": "kind" }',
  },
}
