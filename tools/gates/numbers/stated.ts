import { readBundle } from '../bundle.ts'

const { operations, source } = readBundle('openapi.json')

/** A number of the document that a page states, between the words around it. */
export interface Stated {
  /** The page, from the root of the repository. */
  readonly page: string
  readonly before: string
  readonly after: string
  readonly value: number
}

const ofOperations = (page: string, before: string, after = ' operations'): Stated => ({
  page,
  before,
  after,
  value: operations.length,
})

/** Where people read how large the API is. A page that says "each operation" needs no line here. */
export const stated: readonly Stated[] = [
  ofOperations('README.md', 'user API, '),
  ofOperations('spec/README.md', 'written by hand: '),
  {
    page: 'spec/README.md',
    before: 'Object.keys(document.paths).length // ',
    after: '\n',
    value: Object.keys(source.paths ?? {}).length,
  },
  ofOperations('packages/docs/src/guides/index.md', 'user API: '),
  ofOperations('packages/docs/src/guides/client.md', 'each of the '),
  ofOperations('packages/contract-tests/README.md', 'F20  client   ', ' operations omit'),
  ofOperations('packages/contract-tests/README.md', '  operations: ', '\n'),
]

/** The text of a page with the numbers that the document has now. */
export function withNumbers(page: string, text: string): string {
  return stated.filter((one) => one.page === page).reduce((result, one) => replaced(result, one), text)
}

function replaced(text: string, { page, before, after, value }: Stated): string {
  const [start, ...rest] = text.split(before)
  const number = /^\d+/.exec(rest.join(before))?.[0]
  const found = `${before}${number}${after}`
  if (start === undefined || number === undefined || !text.includes(found))
    throw new Error(
      `${page} no longer has a number between "${before}" and "${after}". Change its line in tools/gates/numbers/stated.ts.`,
    )
  return text.replace(found, `${before}${value}${after}`)
}
