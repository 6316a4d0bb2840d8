import type { Random } from './random.ts'

/** Ids of operations as documents have them: words of the language, of our own files, and no identifiers at all. */
const ids = [
  ...[
    'delete',
    'default',
    'class',
    'operation',
    'createClient',
    'Response',
    'safe',
    'items',
    'index',
    'then',
  ],
  ...[
    'constructor',
    'toString',
    '__proto__',
    'hasOwnProperty',
    'get user',
    'users.list',
    'users/list',
    '1st',
  ],
  ...['größe', '大きさ', 'listUsers', 'ListUsers', 'list_users', 'list-users', 'LISTUSERS', 'con', '-', '😀'],
  ...[
    'methods',
    'operations',
    'shapes',
    'keys',
    'any-error',
    'json',
    'placed',
    'styled',
    'listUsersInput',
    'useClient',
  ],
  ...[
    'GET',
    'POST',
    'Promise',
    'Blob',
    'generated',
    'README',
    'llms',
    'overview',
    'schemas',
    'a'.repeat(120),
    'await',
  ],
]

/** Names of components, which the standard limits to some letters. */
const components = [
  ...[
    'Pet',
    'pet',
    'Pet.Item',
    'Pet-Item',
    'PetItem',
    'Error',
    'string',
    'class',
    'Response',
    'Request',
    '123',
    'a.b.c',
  ],
  ...[
    'OperationId',
    'components',
    'operations',
    'Record',
    'Blob',
    'Date',
    'constructor',
    'toString',
    '_',
    'Keys',
    'null',
  ],
  ...['Client', 'AnyError', 'NoInput', 'ListUsersInput', 'unknown', 'x'.repeat(90), 'Map', 'any'],
]

const tags = [
  'Users',
  'users',
  'a/b',
  '大きさ',
  'constructor',
  'index',
  'with space',
  '*',
  '.',
  '<b>',
  'schemas',
]

const properties = [
  ...[
    'id',
    'name',
    'class',
    'a-b',
    'a.b',
    'x y',
    '1st',
    'größe',
    '$ref_',
    '@type',
    'constructor',
    'toString',
    "it's",
  ],
  ...['length', 'body', 'default', 'kind', 'value', 'items', 'type', '', '"quoted"', 'back\\slash', '😀'],
]

const parameters = [
  ...[
    'id',
    'per_page',
    'sort-by',
    'X.Trace',
    'class',
    'body',
    'filter',
    'größe',
    'contentType',
    'server',
    'limit',
    'page',
  ],
  ...[
    'constructor',
    'toString',
    'hasOwnProperty',
    'default',
    'client',
    'options',
    'input',
    'headers',
    'signal',
    'path',
  ],
]

/** Names that a query can have, and a path or a header cannot. */
const queryNames = ['sort[]', 'filter[name]', 'a b', '$top', '@id', 'a/b', 'x&y', '"']

/** Draws names, none of them twice in one document. */
export class Names {
  private readonly random: Random
  private readonly used = new Set<string>()

  constructor(random: Random) {
    this.random = random
  }

  operationId(): string {
    return this.unused('id', ids)
  }

  component(kind: string): string {
    return this.unused(kind, components)
  }

  tags(): string[] {
    return this.random.some(tags, 0.2)
  }

  property(): string {
    return this.random.oneOf(properties)
  }

  /** A name for a parameter that is the only one of it in its place. */
  parameter(place: string, taken: ReadonlySet<string>): string {
    const isQuery = place === 'query'
    const name = this.random.oneOf(isQuery ? [...parameters, ...queryNames] : parameters)
    const sent = isQuery || /^[\w.-]+$/.test(name) ? name : 'plain'
    return taken.has(`${place} ${sent.toLowerCase()}`) ? `${sent}${taken.size}` : sent
  }

  private unused(kind: string, from: readonly string[]): string {
    const name = this.random.oneOf(from)
    const unused = this.used.has(`${kind} ${name}`) ? `${name}${this.used.size}` : name
    this.used.add(`${kind} ${unused}`)
    return unused
  }
}
