import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readDocument } from '../src/index.ts'
import { type Transplant, transplant } from './transplant.ts'

const json = (schema: object) => ({ 'application/json': { schema } })
const has = (name: string, type: string) => ({
  type: 'object',
  required: [name],
  properties: { [name]: { type } },
})

const model = readDocument({
  openapi: '3.1.1',
  info: { title: 'Several answers', version: '1.0.0' },
  security: [],
  paths: {
    '/job': {
      get: {
        operationId: 'job',
        responses: {
          200: {
            description: 'done',
            headers: {
              'X-Attempts': { required: true, schema: { type: 'integer' } },
              'X-Cache': { schema: { enum: ['hit', 'miss'] } },
            },
            content: json(has('result', 'string')),
          },
          202: { description: 'not yet', content: json(has('wait', 'number')) },
          204: { description: 'nothing to do' },
          404: { description: 'no such job', content: json(has('job', 'string')) },
          '4XX': { description: 'refused', content: json(has('reason', 'string')) },
          default: { description: 'failed', content: json(has('fault', 'string')) },
        },
      },
    },
    '/lines': {
      get: {
        operationId: 'lines',
        responses: {
          200: { description: 'ok', content: { 'application/x-ndjson': { schema: has('line', 'integer') } } },
        },
      },
    },
  },
})

/** What a user writes: the compiler refuses it where a type is another one. */
const program = `
import { byPath, isErrorOf, type UserApi } from '../index.ts'

type Same<One, Other> = (<T>() => T extends One ? 1 : 2) extends <T>() => T extends Other ? 1 : 2 ? true : false
declare const api: UserApi
declare function same<One, Other>(is: Same<One, Other>): void

export async function successes() {
  const result = await api.job.safe()
  if (!result.ok) return
  same<typeof result.status, 200 | 202 | 204>(true)
  if (result.status === 200) {
    same<typeof result.value, { result: string }>(true)
    same<ReturnType<typeof attempts>, \`\${number}\` | null>(true)
    const attempts = () => result.response.headers.get('X-Attempts')
    const cache: 'hit' | 'miss' | null = result.response.headers.get('X-Cache')
    console.log(cache, result.response.headers.get('Date'))
  }
  if (result.status === 202) same<typeof result.value, { wait: number }>(true)
  if (result.status === 204) same<typeof result.value, undefined>(true)
}

export function failures(error: unknown) {
  if (!isErrorOf('job', error) || error.kind !== 'status') return
  if (error.status === 404) same<typeof error.body, { job: string } | undefined>(true)
  if (error.status === 409) same<typeof error.body, { reason: string } | undefined>(true)
  if (error.status === 500) same<typeof error.body, { fault: string } | undefined>(true)
}

export async function streams() {
  for await (const item of await api.lines()) same<typeof item, { line: number }>(true)
  const { data } = await byPath(api).GET('/lines')
  for await (const item of data ?? []) same<typeof item, { line: number }>(true)
}
`

let packages: Transplant
type Safe = () => Promise<{ readonly status?: number; readonly value?: unknown; readonly error?: object }>
let safeJob: (answer: Response) => ReturnType<Safe>

beforeAll(async () => {
  packages = await transplant(model, ['types', 'client'])
  const { createUserApi } = await import(path.join(packages.folder('client'), 'src/index.ts'))
  safeJob = (answer) =>
    createUserApi({
      baseUrl: 'https://api.example',
      auth: { kind: 'none' },
      fetch: () => answer,
    }).job.safe()
})

afterAll(() => packages.remove())

test('the compiler knows the value and the headers by the status', async () => {
  await writeFile(path.join(packages.folder('client'), 'src/types/program.ts'), program)
  expect(await packages.problems('client')).toEqual([])
})

test.each([
  [200, '{"result":"a"}', { result: 'a' }],
  [202, '{"wait":2}', { wait: 2 }],
  [204, null, undefined],
])('a success tells that it is a %i', async (status, body, value) => {
  const answer = new Response(body, { status, headers: { 'Content-Type': 'application/json' } })
  expect(await safeJob(answer)).toMatchObject({ ok: true, status, value })
})

test.each([
  [404, '{"job":"a"}', { job: 'a' }],
  [409, '{"reason":"a"}', { reason: 'a' }],
  [500, '{"fault":"a"}', { fault: 'a' }],
])(
  'a failure of %i has the body of its status, of its range, or of all others',
  async (status, body, read) => {
    const answer = new Response(body, { status, headers: { 'Content-Type': 'application/json' } })
    expect(await safeJob(answer)).toMatchObject({ ok: false, error: { kind: 'status', status, body: read } })
  },
)
