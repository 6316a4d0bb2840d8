import ts from 'typescript'
import { describe, expect, test } from 'vitest'
import { generators, readDocument } from '../src/index.ts'

const json = (schema: object) => ({ 'application/json': { schema } })

/** A document whose operation `allBooks` has these members. */
function documentWith(members: object) {
  return readDocument({
    openapi: '3.1.1',
    info: { title: 'Books', version: '1.0.0' },
    paths: {
      '/books': {
        get: {
          operationId: 'allBooks',
          summary: 'All books',
          description: 'Returns all books at once.',
          parameters: [
            { name: 'page', in: 'query', description: 'Which page.', schema: { type: 'integer' } },
            {
              name: 'offset',
              in: 'query',
              description: 'How many to leave out.',
              deprecated: true,
              'x-replaced-by': 'page',
              schema: { type: 'integer' },
            },
          ],
          responses: {
            200: {
              description: 'books',
              content: json({ type: 'array', items: { $ref: '#/components/schemas/Book' } }),
            },
            404: { description: 'none' },
          },
          ...members,
        },
      },
      '/books/pages': {
        get: { operationId: 'listBooks', summary: 'List books', responses: { 204: { description: 'none' } } },
      },
    },
    components: {
      schemas: {
        Book: {
          type: 'object',
          required: [],
          properties: {
            title: { type: 'string' },
            name: {
              type: 'string',
              description: 'The title.',
              deprecated: true,
              'x-replaced-by': 'title',
              'x-deprecated-reason': 'Authors have names',
            },
            binding: {
              type: 'string',
              description: 'How it is bound.',
              enum: ['hard', 'leather'],
              'x-enum-deprecated': { leather: 'Use `hard`.' },
            },
          },
        },
      },
    },
  })
}

const deprecation = {
  deprecated: true,
  'x-deprecated-since': '2026-11-01',
  'x-sunset': '2027-05-01',
  'x-replaced-by': 'listBooks',
  'x-deprecated-reason': 'The list has grown',
}

const told = 'Use `listBooks` instead. The list has grown. It may stop working on 2027-05-01.'

async function generated(name: string, document = documentWith(deprecation)) {
  const { generate } = (await generators[name]?.()) ?? {}
  if (!generate) throw new Error(`there is no generator ${name}`)
  return generate(document)
}

async function textOf(name: string, file: string) {
  return (await generated(name)).get(file) ?? ''
}

/** What a compiler reads of the deprecated names in a file. */
function deprecatedIn(text: string): Readonly<Record<string, string>> {
  const found: Record<string, string> = {}
  const visit = (node: ts.Node): void => {
    const tag = ts.getJSDocDeprecatedTag(node)
    const name = ts.isVariableStatement(node)
      ? node.declarationList.declarations[0]?.name
      : ts.isPropertySignature(node)
        ? node.name
        : undefined
    if (tag && name)
      found[name.getText()] = (ts.getTextOfJSDocComment(tag.comment) ?? '').replaceAll(/\s+/g, ' ')
    ts.forEachChild(node, visit)
  }
  visit(ts.createSourceFile('generated.ts', text, ts.ScriptTarget.Latest, true))
  return found
}

describe('editors strike through, with what to do instead,', () => {
  test('the function, the method and the parameter of a client', async () => {
    const files = await generated('client')
    expect(deprecatedIn(files.get('operations/allBooks.ts') ?? '')).toEqual({
      offset: 'Use `page` instead.',
      allBooks: told,
    })
    expect(deprecatedIn(files.get('methods.ts') ?? '')).toEqual({ allBooks: told })
  })

  test('options and hooks', async () => {
    const files = await generated('react-query')
    expect(deprecatedIn(files.get('operations/allBooks.ts') ?? '')).toEqual({ allBooksQuery: told })
    expect(deprecatedIn(files.get('hooks/allBooks.ts') ?? '')).toEqual({ useAllBooks: told })
  })

  test('the handler of a mock', async () => {
    expect(deprecatedIn(await textOf('msw', 'handlers.ts'))).toEqual({ allBooks: told })
  })

  test('operations, parameters and members among the types', async () => {
    expect(deprecatedIn(await textOf('types', 'openapi.d.ts'))).toEqual({
      get: told,
      offset: 'Use `page` instead.',
      name: 'Use `title` instead. Authors have names.',
    })
  })
})

test('types say which value of an enumeration is deprecated', async () => {
  expect(await textOf('types', 'openapi.d.ts')).toContain('`leather` is deprecated: Use `hard`.')
})

describe('answers say it in their headers:', () => {
  const headers = { Deprecation: '@1793491200', Sunset: 'Sat, 01 May 2027 00:00:00 GMT' }

  test('the table of a server has them for the operation', async () => {
    expect(await textOf('sandbox', 'operations.ts')).toContain(
      `headers: { Deprecation: '${headers.Deprecation}', Sunset: '${headers.Sunset}' },`,
    )
  })

  test('each mock sends them', async () => {
    const mock = await textOf('msw', 'operations/allBooks.ts')
    expect(mock.match(/Deprecation: '@1793491200'/g)).toHaveLength(2)
    expect(mock.match(/Sunset: 'Sat, 01 May 2027/g)).toHaveLength(2)
  })

  test('contract checks expect them of each response', async () => {
    const contract = await textOf('contract-tests', 'allBooks.contract.test.ts')
    expect(
      contract.match(
        /Deprecation: \{\s*required: true,\s*schema: \{ type: 'string', const: '@1793491200' \}/g,
      ),
    ).toHaveLength(2)
  })

  test('a header that the document describes itself stays', () => {
    const described = { required: false, schema: { type: 'string' } }
    const responses = { 200: { description: 'books', headers: { deprecation: described } } }
    const [operation] = documentWith({ ...deprecation, responses }).operations
    expect(operation?.responses[0]?.headers.map(({ name }) => name)).toEqual(['deprecation', 'Sunset'])
  })
})

describe('the reference says it', () => {
  test('in the table of operations', async () => {
    const files = await generated('docs')
    expect(files.get('pages/reference/index.md')).toContain('| All books (deprecated) |')
    expect(files.get('pages/reference/index.md')).toContain('| List books |')
    expect(files.get('UserApi.md')).toContain('| All books (deprecated) |')
  })

  test('in the facts of the operation', async () => {
    const [operation] = JSON.parse(await textOf('docs', 'operations.json'))
    expect(operation.deprecation).toEqual({
      reason: 'The list has grown',
      replacement: 'listBooks',
      since: '2026-11-01',
      sunset: '2027-05-01',
    })
  })

  test('in the file of the whole reference', async () => {
    expect(await textOf('docs', 'UserApi.md')).toContain(
      '**Deprecated since 2026-11-01.** Use [`listBooks`](#listbooks) instead. The list has grown. It may stop working on 2027-05-01.',
    )
  })

  test('of a parameter, a member and a value', async () => {
    const files = await generated('docs')
    expect(files.get('pages/reference/allBooks.md')).toContain(
      '**Deprecated.** Use `page` instead. How many to leave out.',
    )
    const schemas = files.get('pages/schemas.md')
    expect(schemas).toContain('**Deprecated.** Use `title` instead. Authors have names. The title.')
    expect(schemas).toContain('How it is bound. `leather` is deprecated: Use `hard`.')
  })
})

test('without a day an operation is deprecated and sends no headers', async () => {
  const files = await generated('sandbox', documentWith({ deprecated: true, 'x-sunset': 'soon' }))
  expect(files.get('operations.ts')).not.toContain('Sunset')
  const methods = (await generated('client', documentWith({ deprecated: true }))).get('methods.ts')
  expect(deprecatedIn(methods ?? '')).toEqual({ allBooks: 'It may be removed in a later version.' })
})

test('a document without anything deprecated has no word of it', async () => {
  const [operation] = documentWith({ 'x-sunset': '2027-05-01' }).operations
  expect(operation?.deprecation).toBeUndefined()
  expect(operation?.responses.flatMap(({ headers }) => headers)).toEqual([])
})
