/** A file that no workspace can be made of, or one that such a file refers to. */
export interface BadDocument {
  readonly name: string
  readonly content?: string | Buffer
  /** Where it is a link. With neither it is a folder. */
  readonly linkTo?: string
  /** What is said of it; nothing where it is only referred to. */
  readonly problem?: RegExp
}

const info = { openapi: '3.1.1', info: { title: 'Pets', version: '1.0.0' } }

/** A document whose only operation returns the first of the schemas. */
function returning(schemas: Readonly<Record<string, unknown>>): object {
  const schema = { $ref: `#/components/schemas/${Object.keys(schemas)[0]}` }
  const responses = { 200: { description: 'One.', content: { 'application/json': { schema } } } }
  return {
    ...info,
    paths: { '/pets': { get: { operationId: 'getPet', responses } } },
    components: { schemas },
  }
}

function json(document: object): string {
  return JSON.stringify(document)
}

/** Ten lines that stand for 9 to the power of 9 texts. */
const laughing = Array.from({ length: 9 }, (_, index) => {
  const before = index === 0 ? '"lol"' : `*a${index - 1}`
  return `a${index}: &a${index} [${Array.from({ length: 9 }, () => before).join(', ')}]`
}).join('\n')

/** Schemas of which each names the next one twice. */
function doubled(schemaOf: (next: object) => object): object {
  const named = Array.from({ length: 40 }, (_, index) => [
    `S${index}`,
    schemaOf({ $ref: `#/components/schemas/S${index + 1}` }),
  ])
  return returning({ ...Object.fromEntries(named), S40: { type: 'string' } })
}

const opened = '{"type":"object","properties":{"a":'
const deep = `${opened.repeat(10_000)}{}${'}}'.repeat(10_000)}`

const operations = Array.from({ length: 50_000 }, (_, index) => [
  `/pets/${index}`,
  { get: { description: 'x'.repeat(950), responses: { 204: { description: 'None.' } } } },
])

export const badDocuments: readonly BadDocument[] = [
  {
    name: 'fifty-megabytes.json',
    content: json({ ...info, paths: Object.fromEntries(operations) }),
    problem: /has 5\d{7} bytes\. Expected at most 33554432/,
  },
  {
    name: 'deep.json',
    content: json(returning({ Pet: 'deep' })).replace('"deep"', deep),
    problem: /is more than 200 levels deep\. Expected/,
  },
  {
    name: 'cyclic.json',
    content: json(
      returning({ A: { $ref: '#/components/schemas/B' }, B: { $ref: '#/components/schemas/A' } }),
    ),
    problem: /#\/components\/schemas\/B: this reference leads to itself.*Expected/,
  },
  {
    name: 'remote.json',
    content: json(returning({ Pet: { $ref: 'https://example.com/pet.json' } })),
    problem: /refers to https:\/\/example\.com\/pet\.json, and nothing is fetched\. Expected/,
  },
  { name: 'laughing.yaml', content: laughing, problem: /Excessive alias count/ },
  {
    name: 'laughing-by-file.json',
    content: json(returning({ Pet: { $ref: './laughing.yaml' } })),
    problem: /Excessive alias count/,
  },
  {
    name: 'laughing-by-references.json',
    content: json(doubled((a) => ({ type: 'object', required: ['a', 'b'], properties: { a, b: a } }))),
    problem: /smallest value has more than 20000 parts\. Expected/,
  },
  {
    name: 'laughing-by-alternatives.json',
    content: json(doubled((next) => ({ oneOf: [next, { ...next, title: 'again' }] }))),
    problem: /stands for more than 10000 schemas.*Expected/,
  },
  {
    name: 'latin.yaml',
    content: Buffer.from('openapi: Caf\u00E9', 'latin1'),
    problem: /is not in UTF-8\. Expected/,
  },
  { name: 'empty.yaml', content: '', problem: /is empty\. Expected/ },
  { name: 'folder.json', problem: /is a folder\. Expected/ },
  { name: 'link.yaml', linkTo: 'link.yaml', problem: /is a link that leads to itself\. Expected/ },
  {
    name: 'null.json',
    content: json({ ...info, paths: { '/pets': { get: null } } }),
    problem: /#\/paths\/~1pets\/get: it is null\. Expected an object, such as/,
  },
  {
    name: 'no-paths.json',
    content: json({ ...info, paths: null }),
    problem: /#\/paths: it is null\. Expected/,
  },
  {
    name: 'listed-paths.json',
    content: json({ ...info, paths: [] }),
    problem: /#\/paths: it is a list\. Expected/,
  },
  {
    name: 'listed-components.json',
    content: json({ ...returning({ Pet: {} }), components: [] }),
    problem: /#\/components: it is a list\. Expected/,
  },
  {
    name: 'mapped-security.json',
    content: json({ ...returning({ Pet: {} }), security: {}, servers: null }),
    problem:
      /#\/servers: it is null.*\n +#\/security: it is an object\. Expected|#\/security: .*\n +#\/servers: /,
  },
]
