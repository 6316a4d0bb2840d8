import { readFile } from 'node:fs/promises'
import { createUserApi } from '@windmill-user-api/client'
import { beforeAll, describe, expect, it } from 'vitest'
import { readOperations } from '../src/navigation/operations.ts'
import { readWorkflows } from '../src/workflows/read-workflows.ts'
import { idsOf, type Reference, readSite, referencesOf, textOf } from './site.ts'

const operations = await readOperations()
const workflows = await readWorkflows()
// The bundle is what the pages were made of; the assertion is no more than its own shape.
const document = JSON.parse(
  await readFile(new URL('../../../spec/dist/openapi.json', import.meta.url), 'utf8'),
) as Bundle

interface Bundle {
  readonly paths: Readonly<Record<string, Readonly<Record<string, BundledOperation>>>>
  readonly components: { readonly schemas: Readonly<Record<string, unknown>> }
}

interface BundledOperation {
  readonly responses?: Readonly<Record<string, unknown>>
}

let site: ReadonlyMap<string, string>
let references: readonly Reference[]

beforeAll(async () => {
  site = await readSite()
  const pages = [...site].filter(([file]) => file.endsWith('.html'))
  references = pages.flatMap(([file, html]) => referencesOf(file, html))
})

function page(path: string): string {
  return site.get(`${path}/index.html`) ?? ''
}

/** By its place: an id in the document may be no name of a page. */
function statusesOf(method: string, path: string): string[] {
  return Object.keys(document.paths[path]?.[method.toLowerCase()]?.responses ?? {})
}

/** A range has no phrase of its own. */
function titleOf(status: string): RegExp {
  if (status === 'default') return /Any other status/
  return new RegExp(/^\d+$/.test(status) ? `${status} [A-Z]` : status)
}

it('has a changelog that leads to each operation', () => {
  const text = site.get('changelog.md') ?? ''
  for (const { id } of operations) expect(text).toContain(`[\`${id}\`](reference/${id}.md)`)
})

describe('every operation', () => {
  it.each(operations.map((operation) => [operation.id, operation] as const))(
    '%s has a page that says all without JavaScript',
    (id, { summary, method, path, role }) => {
      const text = textOf(page(`reference/${id}`))
      const ofRole = role === undefined ? [] : [`Role ${role}`]
      for (const fact of [summary, `${method} ${path}`, ...ofRole, 'TypeScript', 'fetch', 'React', 'curl'])
        expect(text).toContain(fact)
      for (const status of statusesOf(method, path)) expect(text).toMatch(titleOf(status))
      expect(statusesOf(method, path).length).toBeGreaterThan(0)
    },
  )

  it.each(operations.map(({ id }) => id))('%s is published as Markdown with its samples', (id) => {
    const text = site.get(`reference/${id}.md`) ?? ''
    expect(text.startsWith(`# ${id}\n`)).toBe(true)
    expect(text).toContain(`api.${id}(`)
    expect(text).toContain('await fetch(')
    expect(text).toMatch(/= use(?:Query|Mutation)\(/)
    expect(text).toContain('\ncurl ')
    expect(text).not.toMatch(/file="|<!-- part/)
  })

  it.each(operations.map((operation) => [operation.id, operation] as const))(
    '%s says whether the client retries it, as the client does',
    async (id, { path }) => {
      const said = /Idempotent (yes: the client retries it|no: the client never retries it)/.exec(
        textOf(page(`reference/${id}`)),
      )?.[1]
      expect(said).toBe(
        (await timesSent(id, path)) === 1 ? 'no: the client never retries it' : 'yes: the client retries it',
      )
    },
  )

  it('is within reach of every page', () => {
    const home = site.get('index.html') ?? ''
    for (const { id } of operations) expect(home).toContain(`href="reference/${id}/index.html"`)
  })
})

/** How often the client sends a call to a server that is unavailable. */
async function timesSent(id: string, path: string): Promise<number> {
  let count = 0
  const fetch = () => {
    count += 1
    return new Response('Unavailable: try again', { status: 503 })
  }
  const retry = { retries: 1, baseDelay: 0 }
  const api = createUserApi({ baseUrl: 'http://localhost:8000/api', auth: { kind: 'none' }, fetch, retry })
  const method: unknown = Object.entries(api).find(([name]) => name === id)?.[1]
  const input = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => [name, 'ada'])
  if (typeof method === 'function') await method(Object.fromEntries(input)).catch(() => {})
  return count
}

describe('the rest of the site', () => {
  it('has a page for each workflow', () => {
    for (const { id, summary } of workflows) expect(textOf(page(`workflows/${id}`))).toContain(summary)
  })

  it('shows each named schema', () => {
    const ids = idsOf(page('schemas'))
    for (const name of Object.keys(document.components.schemas))
      expect(ids).toContain(name.toLowerCase().replaceAll(/[^\p{L}\p{N}_-]/gu, ''))
  })

  it('lists every page in llms.txt, as Markdown that is there', () => {
    const targets = [...(site.get('llms.txt') ?? '').matchAll(/\]\(([^)]+)\)/g)].map(
      ([, target = '']) => target,
    )
    const published = [...site.keys()].filter((file) => file.endsWith('.md'))
    expect(targets.toSorted()).toEqual(published.toSorted())
  })
})

/** Where a site may be: every link has to work at each of these places. */
const places = ['http://site/', 'http://site/docs/v1/', 'file:///home/ada/docs/']

describe.each(places)('at %s links', (place) => {
  it('lead to a page, and to a heading that it has', () => {
    const dead = references
      .filter(({ target }) => isInternal(target))
      .filter((reference) => !isAlive(place, reference))
    expect(references.length).toBeGreaterThan(0)
    expect(dead).toEqual([])
  })

  it('of the Markdown files lead to files', () => {
    const markdown = [...site].filter(([file]) => /\.(?:md|txt)$/.test(file))
    const links = markdown.flatMap(([page, text]) =>
      [...withoutCode(text).matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = '']) => ({ page, target })),
    )
    expect(links.length).toBeGreaterThan(0)
    expect(links.filter(({ target }) => isInternal(target)).filter((link) => !isAlive(place, link))).toEqual(
      [],
    )
  })
})

describe('what a page loads', () => {
  it('is nothing of a third party', () => {
    const loaded = references.filter(({ element, target }) => element !== 'a' && !isInternal(target))
    const imported = [...site]
      .filter(([file]) => file.endsWith('.css'))
      .flatMap(([file, css]) =>
        [...css.matchAll(/(?:url\(|@import )["']?(?:https?:)?\/\/[^)"']+/g)].map(([url]) => [file, url]),
      )
    expect([...loaded, ...imported]).toEqual([])
  })

  it('is allowed by its policy, which allows no inline script but those with a hash', () => {
    for (const [file, html] of site) {
      if (!file.endsWith('.html')) continue
      const [, scripts = ''] = /Content-Security-Policy" content="[^"]*script-src ([^;]*)/.exec(html) ?? []
      expect(scripts, file).toContain("'self'")
      expect(scripts, file).not.toContain('unsafe-inline')
      expect(html, file).not.toMatch(/<[^>]+ on\w+="/)
    }
  })

  it('is nothing where a server shows it at any address', () => {
    const loaded = references.filter(({ page: file, element }) => file === '404.html' && element !== 'a')
    expect(site.get('404.html')).toContain('<style>')
    expect(loaded).toEqual([])
  })
})

function isInternal(target: string): boolean {
  return !/^(?:[a-z]+:|\/\/)/i.test(target)
}

function withoutCode(text: string): string {
  return text.replaceAll(/^```.*?^```/gms, '')
}

/** No server puts the name of a file after that of a folder when a page is opened from disk: so a link names a file. */
function isAlive(place: string, { page: from, target }: Pick<Reference, 'page' | 'target'>): boolean {
  const { href, hash } = new URL(target, `${place}${from}`)
  if (!href.startsWith(place)) return false
  const html = site.get(decodeURIComponent(href.slice(place.length).replace(/[?#].*/, '')))
  if (html === undefined) return false
  return hash === '' || !from.endsWith('.html') || idsOf(html).has(decodeURIComponent(hash.slice(1)))
}
