import { describe, expect, it } from 'vitest'
import { readForeignDocument } from '../../../test/foreign-documents.ts'
import { readDocument } from '../../model/index.ts'
import { siteContext } from './context.ts'
import { errorsPart } from './errors-part.ts'
import { credentialsPart, overviewPage, rolesPart } from './overview.ts'
import { prose } from './prose.ts'
import { schemasPage } from './schemas-page.ts'
import { wholeReference } from './whole-reference.ts'

const library = readForeignDocument('library')
const parcels = readForeignDocument('parcels')

describe('the overview', () => {
  it('has one row for each operation', () => {
    const page = overviewPage(library)
    expect(page).toContain(
      '| [`getBook`](/reference/getBook/) | `GET /books/{isbn}` | Get a book | visitor |',
    )
    expect(page.match(/^\| \[`/gm)).toHaveLength(library.operations.length)
  })

  it('ends with what the document says of itself, where it says something', () => {
    expect(overviewPage(library)).toContain(
      '## About the API\n\nBooks, their copies, and who has borrowed them.',
    )
    expect(overviewPage(parcels)).not.toContain('About the API')
  })
})

describe('roles', () => {
  it('come from the fewest rights to the most', () => {
    const operation = (operationId: string, role: string) => ({
      get: { operationId, 'x-role': role, responses: {} },
    })
    const model = readDocument({
      openapi: '3.1.0',
      info: { title: 'Roles', version: '1.0.0' },
      paths: {
        '/a': operation('a', 'super-admin'),
        '/b': operation('b', 'guest'),
        '/c': operation('c', 'anonymous'),
      },
    })
    expect([...rolesPart(model).matchAll(/^\| `([\w-]+)`/gm)].map(([, role]) => role)).toEqual([
      'anonymous',
      'super-admin',
      'guest',
    ])
  })
})

describe('credentials', () => {
  it('are explained scheme by scheme', () => {
    expect(credentialsPart(library)).toContain('| `apiKey` | header `X-Library-Key` | A key of the branch. |')
    expect(credentialsPart(library)).toContain('| `basic` | header `Authorization: Basic …` |')
    expect(credentialsPart(parcels)).toContain('| `token` | header `Authorization: Bearer …` |')
  })
})

describe('errors', () => {
  it('are listed by the text that a server sends, with cause, cure and the operations that return it', () => {
    expect(errorsPart(parcels)).toContain(
      '#### `Unauthorized`\n\nWho are you? **What to do:** Send valid credentials: token.\n\n' +
        'Returned by [`cancelParcel`](/reference/cancelParcel/), [`announceDropOff`](/reference/announceDropOff/).',
    )
  })

  it('keep an entry for each status that a response stands for', () => {
    const part = errorsPart(library)
    expect(part).toContain('### 404 Not Found')
    expect(part).toContain('### 4XX')
    expect(part).toContain('### Any other status')
  })
})

describe('schemas', () => {
  it('come by name, with the members of inline objects and where they are used', () => {
    const page = schemasPage(library)
    expect([...page.matchAll(/^## (\w+)$/gm)].map(([, name]) => name)).toEqual(
      library.schemas.map(({ name }) => name).toSorted(),
    )
    expect(page).toContain('| `dimensions.width` | number | yes | More than 0. |')
    expect(page).toContain('Used by [Book](/schemas/#book).')
  })

  it('that extend another one say so', () => {
    expect(schemasPage(library)).toContain('Everything of [Period](/schemas/#period), and:\n\n| Member')
  })

  it('that choose between others name them', () => {
    expect(schemasPage(library)).toContain(
      'Type: [ReaderBorrower](/schemas/#readerborrower) or [BranchBorrower](/schemas/#branchborrower)',
    )
  })

  it('that contain themselves end', () => {
    expect(schemasPage(parcels)).toContain('| `parts` | array of [Container](/schemas/#container) | yes |')
  })
})

describe('the whole reference', () => {
  it('gives each operation a signature as the client has it', () => {
    const text = wholeReference(library)
    expect(text).toContain(
      "`Loan borrowCopy({ isbn: string, copy: number, query_body?: string, 'X-Library-Key'?: string, Authorization?: string, body: Borrower })`",
    )
    expect(text).toContain(
      "`void replaceBook({ isbn: string, 'X-Library-Key'?: string, Authorization?: string, body: Book })`",
    )
  })

  it('says what each operation needs to be called', () => {
    const text = wholeReference(library)
    expect(text).toContain('### Authorization\n\nNo authorization required')
    expect(text).toContain('`apiKey` (header `X-Library-Key`), or `basic` (header `Authorization: Basic …`)')
    expect(text).toContain('- **Accept**: `application/json`, `text/csv`')
  })

  it('lists statuses with their headers', () => {
    expect(wholeReference(library)).toContain('| 201 | book added | `Location`: Where the book is. |')
  })
})

describe('prose', () => {
  const context = siteContext(library)

  it('links an operation that it names', () => {
    expect(prose(context, 'See `getBook`.')).toBe('See [`getBook`](/reference/getBook/).')
  })

  it('leaves other code and finished links alone', () => {
    const linked = '`isbn` and [`getBook`](https://books.example)'
    expect(prose(context, linked)).toBe(linked)
  })

  it.each([
    ['[books](#tag/books)', 'books'],
    ['[books](./books.md)', 'books'],
    ['## Books\n\n[books](#books)', '## Books\n\n[books](#books)'],
    ['![A shelf](https://books.example/shelf.png "Shelf")', '[A shelf](https://books.example/shelf.png)'],
    ['A <img src="https://books.example/shelf.png"> shelf', 'A  shelf'],
  ])('makes of %j something that leads somewhere and loads nothing', (written, shown) => {
    expect(prose(context, written)).toBe(shown)
  })
})
