import { describe, expect, it } from 'vitest'
import { foreignDocuments, readForeignDocument } from '../../../test/foreign-documents.ts'
import { generate } from './generate.ts'

describe.each(foreignDocuments)('the docs of the document %s', (name) => {
  const model = readForeignDocument(name)
  const files = generate(model)
  const texts = async () => [...(await files)].filter(([file]) => file.endsWith('.md'))

  it('have a page and four samples for each operation', async () => {
    for (const { id } of model.operations) {
      const samples = ['fetch.ts', 'sh', 'ts', 'tsx'].map((ending) => `samples/${id}.${ending}`)
      for (const file of [`pages/reference/${id}.md`, ...samples]) expect((await files).has(file)).toBe(true)
    }
  })

  it('say nothing of values that are not there', async () => {
    for (const [file, text] of await texts())
      expect(text, file).not.toMatch(/undefined|\[object Object\]|NaN/)
  })

  it('link only to operations and schemas of the document', async () => {
    const operations = model.operations.map(({ id }) => `/reference/${id}/`)
    const schemas = model.schemas.map((schema) => `/schemas/#${schema.name.toLowerCase()}`)
    const targets = (await texts()).flatMap(([, text]) => [
      ...text.matchAll(/\]\((\/(?:reference|schemas)[^)]*)\)/g),
    ])
    expect(targets.length).toBeGreaterThan(0)
    for (const [, target] of targets) expect([...operations, ...schemas]).toContain(target)
  })

  it('have tables whose rows are as wide as their heads', async () => {
    for (const [file, text] of await texts()) {
      for (const [table] of text.matchAll(/(?:^\|.*\|\n)+/gm)) {
        const widths = table
          .trim()
          .split('\n')
          .map((row) => row.split(/(?<!\\)\|/).length)
        expect(new Set(widths).size, `${file}\n${table}`).toBe(1)
      }
    }
  })

  it('list the facts of each operation for the navigation', async () => {
    const facts: unknown = JSON.parse((await files).get('operations.json') ?? '')
    expect(facts).toMatchObject(model.operations.map(({ id, path }) => ({ id, path })))
  })
})

describe('the page of an operation', () => {
  const library = generate(readForeignDocument('library'))
  const parcels = generate(readForeignDocument('parcels'))

  it('begins with its facts', async () => {
    const page = (await library).get('pages/reference/borrowCopy.md')
    expect(page).toContain('title: "borrowCopy"\ndescription: "Borrow a copy"')
    expect(page).toContain('"role":"reader","credentials":"apiKey or basic","idempotent":false')
  })

  it('shows parameters with their place, type, limits and examples', async () => {
    expect((await library).get('pages/reference/borrowCopy.md')).toContain(
      '| `copy` | path | integer | yes | 1 or more. |',
    )
    expect((await parcels).get('pages/reference/trackParcel.md')).toContain(
      '| `locale` | cookie | one of `"de"` or `"en"` | no | Default `"en"`. |',
    )
  })

  it('shows every example by its name', async () => {
    const page = (await library).get('pages/reference/borrowCopy.md')
    expect(page).toContain('Example `reader`\n\n```json\n{\n  "kind": "reader",')
    expect(page).toContain('Example `branch`')
  })

  it('lists the texts of a failure', async () => {
    expect((await parcels).get('pages/reference/trackParcel.md')).toContain('\n- `no such parcel`\n')
  })

  it('shows each answer with its headers, exact statuses, ranges and the rest', async () => {
    const page = (await library).get('pages/reference/searchBooks.md')
    expect(page).toContain('### 200 OK\n\nBooks found.')
    expect(page).toContain(
      '| `X-Total-Count` | integer (int64) | always | How many books there are. 0 or more. |',
    )
    expect(page).toContain('### Any other status')
    expect((await library).get('pages/reference/borrowCopy.md')).toContain('### 4XX')
  })

  it('says where an answer has no body', async () => {
    expect((await library).get('pages/reference/replaceBook.md')).toContain(
      '### 204 No Content\n\nReplaced.\n\nNo body.',
    )
  })

  it('shows the members of a body without a name', async () => {
    expect((await parcels).get('pages/reference/complain.md')).toContain(
      '| `number` | integer (int64) | yes |',
    )
    expect((await parcels).get('pages/reference/announceDropOff.md')).toContain(
      '| `when` | string (date-time) | yes |',
    )
  })

  it('says which operations can use the answer', async () => {
    expect((await library).get('pages/reference/addBook.md')).toContain(
      '- [`borrowCopy`](/reference/borrowCopy/): Borrow the first copy. There, `isbn` is the `isbn-13` of the response and `copy` is `1`.',
    )
  })
})
