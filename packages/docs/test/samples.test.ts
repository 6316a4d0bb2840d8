import { readdir } from 'node:fs/promises'
import { createSandbox, exampleWorld, type Sandbox } from '@windmill-user-api/sandbox'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { readOperations } from '../src/navigation/operations.ts'
import { readText } from '../src/publishing/read-text.ts'
import { tokenFor } from './callers.ts'

const operations = (await readOperations()).map((operation) => [operation.id, operation] as const)
const folder = new URL('../src/samples/', import.meta.url)
const written = (await readdir(folder)).filter((file) => file.endsWith('.ts'))

let sandbox: Sandbox
let printed: unknown[][]

beforeAll(async () => {
  sandbox = await createSandbox({ seed: exampleWorld, checkResponses: true })
})

afterAll(() => sandbox.close())

// Each sample meets the example world as it stands in the document, and a server where it looks for one.
beforeEach(async () => {
  await sandbox.reset()
  printed = []
  vi.stubGlobal('fetch', (input: Request | string | URL, init?: RequestInit) =>
    sandbox.fetch(new Request(input, init)),
  )
  vi.spyOn(console, 'log').mockImplementation((...values: unknown[]) => void printed.push(values))
})

afterEach(() => {
  vi.unstubAllGlobals()
  vi.unstubAllEnvs()
  vi.restoreAllMocks()
})

/** Runs a sample as who has the role; one written by hand comes before a generated one, as on the page. */
async function run(name: string, role: string | undefined): Promise<void> {
  vi.stubEnv('WINDMILL_TOKEN', await tokenFor(sandbox, role))
  const file = `${name}.ts`
  await import(new URL(written.includes(file) ? file : `../generated/samples/${file}`, folder).href)
}

describe('the TypeScript sample', () => {
  it.each(operations)('%s succeeds and prints the answer', async (id, { role }) => {
    await run(id, role)
    expect(printed).toHaveLength(1)
    expect(printed[0]?.[0]).toBeDefined()
  })

  it.each(operations)('%s with fetch alone prints the same', async (id, { role }) => {
    await run(`${id}.fetch`, role)
    expect(printed).toHaveLength(1)
    expect(printed[0]?.[0]).toBeDefined()
  })
})

describe('the sample of a guide', () => {
  it('quick start prints on a new server what the page says', async () => {
    await run('quick-start', 'anonymous')
    const page = await readText('guides/quick-start.md')
    expect(page).toContain(`title="Output"\n${printed.flat().join('\n')}\n\`\`\``)
  })

  it('on failures tells that nobody is called so', async () => {
    await run('handle-a-failure', 'member')
    expect(printed).toEqual([
      [expect.stringContaining('There is no such member. The server says: Not found: ')],
    ])
  })

  it('on tokens makes one, finds it and ends it', async () => {
    await run('token-for-a-script', 'user')
    expect(printed.flat()).toContainEqual(expect.stringContaining('nightly report, last used'))
  })

  it('on sessions logs in and calls as that account', async () => {
    await run('open-a-session', 'anonymous')
    expect(printed).toEqual([['ada@example.com']])
  })

  it('on failures without exceptions tells that nobody is called so', async () => {
    await run('no-exceptions', 'member')
    expect(printed).toEqual([[expect.stringMatching(/^Nobody: Not found: /)]])
  })

  it('on pages reads all accounts, and those from the second page on', async () => {
    await run('all-pages', 'super-admin')
    expect(printed.flat()).toEqual([
      'ada@example.com',
      'admin@windmill.dev',
      'grace@example.com',
      'katherine@example.com',
      '2 more',
    ])
  })

  it('on limits calls within them', async () => {
    await run('limits-of-a-call', 'user')
    expect(printed).toEqual([['ada@example.com']])
  })

  it('on hooks sees every attempt and the failure', async () => {
    await run('watch-calls', 'member')
    expect(printed.flat()).toEqual([
      'listTokens, attempt 1: 200',
      'whois, attempt 1: 404',
      expect.stringMatching(/^whois failed: .*404/),
    ])
  })

  it('on kinds of failure tells of retries, and what is wrong in the end', async () => {
    const { fetch } = globalThis
    let failures = 2
    const unsteady = (input: Request | string | URL, init?: RequestInit) =>
      failures-- > 0 ? Response.json({}, { status: 503 }) : fetch(input, init)
    vi.stubGlobal('fetch', async (input: string, init?: RequestInit) => unsteady(input, init))

    await run('decide-by-kind', 'user')
    expect(printed.flat()).toEqual([
      'getCurrentEmail, attempt 1: 503, again',
      'getCurrentEmail, attempt 2: 503, again',
      'ada@example.com',
    ])
  })

  it('on checked results finds them in order', async () => {
    await run('check-results', 'user')
    expect(printed).toEqual([['ada@example.com']])
  })

  it('on a server in the same process calls it', async () => {
    await run('server-in-process', 'anonymous')
    expect(printed).toEqual([['ada@example.com']])
  })

  it('on single functions calls one', async () => {
    await run('one-function', 'user')
    expect(printed).toEqual([['ada@example.com']])
  })

  it('is run here, whichever there are', () => {
    const names = written.map((file) => file.replace(/(?:\.fetch)?\.ts$/, ''))
    const guides = [
      'all-pages',
      'check-results',
      'decide-by-kind',
      'handle-a-failure',
      'limits-of-a-call',
      'no-exceptions',
      'one-function',
      'open-a-session',
      'quick-start',
      'server-in-process',
      'token-for-a-script',
      'watch-calls',
    ]
    const ids = operations.map(([id]) => id)
    expect(names.filter((name) => !ids.includes(name)).toSorted()).toEqual(guides)
  })
})
