import { copyFile, mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { type MediaType, type Operation, type Parameter, sampleOf } from '@windmill-user-api/codegen'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launchChromium } from '../../src/browser/launch-chromium.ts'
import { readBundle } from '../bundle.ts'
import { type FreshProject, freshProject } from '../runtimes/fresh-project.ts'
import { bundled } from '../runtimes/run-on.ts'
import { type ServedPage, servePage } from './sandbox/serve-page.ts'

const document = readBundle('openapi.json')

/** Every answer of every operation that the document names, failures included. */
const calls = document.operations.flatMap((operation) =>
  operation.responses.map((response) => ({
    id: operation.id,
    status: Number(response.status),
    input: inputOf(operation),
    response,
  })),
)

let browser: Browser

beforeAll(async () => {
  browser = await launchChromium()
})

afterAll(() => browser?.close())

/** The packages as they are published, in a page whose service worker is that of MSW. */
describe.each(['3.0.5', '2.12.0'])('MSW %s in a service worker of Chromium', (version) => {
  let project: FreshProject
  let served: ServedPage
  let page: Page

  beforeAll(async () => {
    project = await freshProject(['types', 'client', 'msw'], path.join(import.meta.dirname, 'msw'), {
      msw: version,
    })
    await writePage(project.folder)
    served = await servePage(project.folder)
    page = await browser.newPage()
    await page.goto(`${served.url}/index.html`)
  })

  afterAll(async () => {
    await page?.close()
    await served?.[Symbol.asyncDispose]()
    await project?.remove()
  })

  test('answers every status of every operation as the document says', async () => {
    const asked = calls.map(({ id, status, input }) => ({ id, status, input }))
    const heard = await page.evaluate<Heard[]>(`answers(${JSON.stringify(asked)})`)

    expect(heard.map(({ status, body }, index) => [calls[index]?.id, status, body])).toEqual(
      calls.map(({ id, status, response }) => [id, status, response.content[0]?.examples[0]?.value]),
    )
    expect(new Set(heard.map(({ kind }) => kind))).toEqual(new Set([undefined, 'status']))
  })

  test('answers as a test wishes', async () => {
    const heard: unknown = await page.evaluate('wishes()')

    expect(heard).toMatchObject({
      success: { status: 200, body: { username: 'ada', is_admin: false } },
      changed: { status: 200, body: { username: 'ada', is_admin: true } },
      once: [{ status: 200 }, { kind: 'status', status: 404 }, { status: 200 }],
      example: { status: 404, body: expect.stringContaining('workspace') },
      headers: { status: 429, headers: { 'retry-after': '7' } },
      resolved: { status: 200, body: { name: 'Ada' } },
      undeclared: { kind: 'undeclared-status', status: 502 },
      network: { kind: 'network' },
      late: { kind: 'timeout' },
    })
  })

  test('lets no call out to the server', () => {
    expect(served.missing.filter((file) => file.startsWith('/api'))).toEqual([])
  })
})

interface Heard {
  readonly kind?: string
  readonly status?: number
  readonly body?: unknown
}

/** As an author of a page would: its program as one file, and beside it the worker that MSW brings. */
async function writePage(folder: string): Promise<void> {
  await mkdir(path.join(folder, 'assets'))
  await writeFile(path.join(folder, 'assets/page.js'), await bundled(folder, 'page.mjs'))
  await copyFile(
    path.join(folder, 'node_modules/msw/lib/mockServiceWorker.js'),
    path.join(folder, 'mockServiceWorker.js'),
  )
  await writeFile(path.join(folder, 'index.html'), '<script type="module" src="/assets/page.js"></script>')
}

/** A right call of an operation, from the examples of the document. */
function inputOf({ parameters, requestBody }: Operation): object {
  const required = parameters.filter((parameter) => parameter.required)
  const [media] = requestBody?.content ?? []
  return {
    ...Object.fromEntries(required.map((parameter) => [parameter.name, exampleOf(parameter)])),
    ...(media && { body: exampleOf(media) }),
  }
}

function exampleOf({ examples, schema }: Parameter | MediaType): unknown {
  return examples[0]?.value ?? sampleOf(document.source, schema)
}
