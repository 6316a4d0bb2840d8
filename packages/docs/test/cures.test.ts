import { readFile } from 'node:fs/promises'
import { beforeAll, describe, expect, it } from 'vitest'
import { readSite } from './site.ts'

interface Response {
  readonly $ref?: string
  readonly content?: Readonly<Record<string, { readonly examples?: Readonly<Record<string, Example>> }>>
}

interface Example {
  readonly $ref?: string
  readonly value?: unknown
}

interface Bundle {
  readonly paths: Readonly<
    Record<string, Readonly<Record<string, { readonly operationId: string; readonly responses: Responses }>>>
  >
  readonly components: {
    readonly responses: Responses
    readonly examples: Readonly<Record<string, Example>>
  }
}

type Responses = Readonly<Record<string, Response>>

// The bundle is what the pages were made of; the assertion is no more than its own shape.
const document = JSON.parse(
  await readFile(new URL('../../../spec/dist/openapi.json', import.meta.url), 'utf8'),
) as Bundle

function named<Part extends { readonly $ref?: string }>(
  parts: Readonly<Record<string, Part>>,
  part: Part,
): Part {
  return part.$ref === undefined ? part : (parts[part.$ref.split('/').at(-1) ?? ''] ?? part)
}

/** Each failure that the document lists, with the texts that it shows for it. */
const failures = Object.values(document.paths)
  .flatMap((item) => Object.values(item))
  .filter(({ operationId }) => operationId !== undefined)
  .flatMap(({ operationId, responses }) =>
    Object.entries(responses)
      .filter(([status]) => /^[45]/.test(status))
      .map(([status, response]) => ({ operationId, status, texts: textsOf(response) })),
  )

function textsOf(response: Response): string[] {
  const { content = {} } = named(document.components.responses, response)
  return Object.values(content)
    .flatMap(({ examples = {} }) => Object.values(examples))
    .map((example) => String(named(document.components.examples, example).value))
}

let site: ReadonlyMap<string, string>

beforeAll(async () => {
  site = await readSite()
})

/** What stands below a heading, up to the next one. */
function below(text: string, heading: RegExp): string {
  const [, after = ''] = text.split(heading)
  return after.split(/\n(?:#+ |\*\*\d)/, 1)[0] ?? ''
}

describe('what to do', () => {
  it.each(failures.map((failure) => [failure.operationId, failure.status, failure] as const))(
    'is told for %s %s, by its page and by UserApi.md',
    (id, status, { texts }) => {
      const page = below(site.get(`reference/${id}.md`) ?? '', new RegExp(`\n### ${status} .*\n`))
      const [, part = ''] = (site.get('UserApi.md') ?? '').split(`\n## ${id}\n`)
      for (const told of [page, below(part.split('\n## ')[0] ?? '', new RegExp(`\n\\*\\*${status} .*\n`))])
        expect(told).toContain('**What to do:** ')
      for (const text of texts) expect(page).toContain(`- \`${text}\``)
    },
  )

  it('is told for each error text by the guide, with the operations that return it', () => {
    const guide = site.get('errors.md') ?? ''
    expect(failures.length).toBeGreaterThan(0)
    for (const { operationId, texts } of failures)
      for (const text of texts) {
        const [, after = ''] = guide.split(`\n#### \`${text}\`\n`)
        const entry = after.split('\n#', 1)[0]
        expect(entry, text).toContain('**What to do:** ')
        expect(entry, text).toContain(`(reference/${operationId}.md)`)
      }
  })
})
