import { beforeAll, describe, expect, it } from 'vitest'
import { readOperations } from '../src/navigation/operations.ts'
import { readSite } from './site.ts'

const operations = await readOperations()
const ids = operations.map(({ id }) => id).toSorted()

let text: string

beforeAll(async () => {
  text = (await readSite()).get('UserApi.md') ?? ''
})

/** What stands below the heading of an operation, by the headings below that. */
function sectionsOf(id: string): ReadonlyMap<string, string> {
  const [, body = ''] = text.split(`\n## ${id}\n`)
  const [own = ''] = body.split(/\n(?:## |# Models$)/m)
  const [head = '', ...rest] = own.split('\n### ')
  return new Map([
    ['', head],
    ...rest.map((part) => [part.split('\n', 1)[0] ?? '', part.slice(part.indexOf('\n'))] as const),
  ])
}

describe('UserApi.md', () => {
  it('begins with a table of all operations, in the order of the alphabet', () => {
    const rows = [...text.matchAll(/^\| \[(\w+)\]\(#(\w+)\) \| `([A-Z]+ \S+)` \| (.*) \|$/gm)]
    expect(rows.map(([, id]) => id)).toEqual(ids)
    expect(rows.map(([, id, anchor]) => id?.toLowerCase() === anchor)).not.toContain(false)
    for (const { method, path, summary } of operations)
      expect(text).toContain(`| \`${method} ${path}\` | ${summary} |`)
  })

  it.each(ids)('%s has every section, and none is empty', (id) => {
    const sections = sectionsOf(id)
    expect([...sections.keys()]).toEqual([
      '',
      'Example',
      'Parameters',
      'Return type',
      'Authorization',
      'HTTP request headers',
      'HTTP response details',
    ])
    for (const section of sections.values()) expect(section.trim()).not.toBe('')
  })

  it.each(ids)('%s has an example that imports the client and calls it', (id) => {
    const example = sectionsOf(id).get('Example')
    expect(example).toContain("import { createUserApi } from '@windmill-user-api/client'")
    expect(example).toContain(`api.${id}(`)
  })

  it.each(operations.map((operation) => [operation.id, operation] as const))(
    '%s names each parameter of its path',
    (id, { path }) => {
      const parameters = sectionsOf(id).get('Parameters') ?? ''
      for (const [, name] of path.matchAll(/\{(\w+)\}/g)) expect(parameters).toContain(`| **${name}** |`)
    },
  )

  it('says how each operation is authorized', () => {
    const open = operations.filter(({ credentials }) => credentials === 'none').map(({ id }) => id)
    for (const id of ids) {
      const expected = open.includes(id)
        ? 'No authorization required'
        : '`bearerAuth` (header `Authorization: Bearer …`)'
      expect(sectionsOf(id).get('Authorization')).toContain(expected)
    }
  })

  it('has nothing of what such pages get wrong', () => {
    expect(text).not.toMatch(/InlineObject|undefined|from ''|_example|\[object Object\]|<!-- part|file="/)
  })

  it('links only to headings that it has', () => {
    const headings = new Set([...text.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => anchorOf(heading)))
    const targets = [...text.matchAll(/\]\(#([^)]+)\)/g)].map(([, target]) => target)
    expect(targets.filter((target) => !headings.has(target ?? ''))).toEqual([])
  })
})

/** The id that GitHub gives a heading. */
function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replaceAll(/[^\w\s-]/g, '')
    .replaceAll(' ', '-')
}
