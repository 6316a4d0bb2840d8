import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { inputMembers } from '../../src/generators/client/input.ts'
import {
  type DocumentModel,
  exampleExchange,
  type Files,
  generators,
  hasSuccess,
  readDocument,
} from '../../src/index.ts'
import { createTransplants, type Generated, type Transplants } from '../transplants.ts'
import { type Call, callsProgram } from './calls-program.ts'
import { type DrawnDocument, drawDocument } from './drawing/document.ts'
import type { DrawnOperation } from './drawing/operation.ts'
import { baseUrl, type ComparedRequest, expectedRequest, normal, type Part } from './expected-request.ts'
import { differenceInPieces, type SentAnswer, sentAnswer } from './streamed-answer.ts'

/** Something that is wrong, with the seed of the document that shows it. */
export interface Finding {
  readonly seed: number
  readonly kind: 'crash' | 'compile' | 'request' | 'answer'
  readonly message: string
}

export interface Examination {
  readonly operations: number
  readonly refusals: readonly { readonly seed: number; readonly message: string }[]
  readonly findings: readonly Finding[]
}

export function seedsFrom(first: number, count: number): number[] {
  return Array.from({ length: count }, (_, index) => first + index)
}

/** Draws a document for each seed, and looks at what all generators make of it. */
export async function examine(seeds: readonly number[]): Promise<Examination> {
  const transplants = await createTransplants()
  try {
    const examined = []
    for (const seed of seeds) examined.push(await examineOne(transplants, seed))
    const problems = await transplants.problems()
    const compile = [...problems].map(
      ([document, lines]): Finding => ({
        seed: Number(document.slice(1)),
        kind: 'compile',
        message: lines.slice(0, 3).join('\n'),
      }),
    )
    return {
      operations: examined.reduce((sum, { operations }) => sum + operations, 0),
      refusals: examined.flatMap(({ refusals }) => refusals),
      findings: [...examined.flatMap(({ findings }) => findings), ...compile],
    }
  } finally {
    await transplants.remove()
  }
}

async function examineOne(transplants: Transplants, seed: number): Promise<Examination> {
  const drawn = drawDocument(seed)
  const findings: Finding[] = []
  const crash = (error: unknown) => {
    findings.push({
      seed,
      kind: 'crash',
      message: error instanceof Error ? String(error.stack) : String(error),
    })
    return undefined
  }
  const nothing = { operations: 0, refusals: [], findings }
  const model = await attempt(() => readDocument(JSON.parse(JSON.stringify(drawn.document))), crash)
  if (!model) return nothing
  const generated = await attempt(() => generateAll(model), crash)
  if (!generated) return nothing
  const name = `d${seed}`
  await transplants.add(name, model, generated)
  const calls = drawn.operations.flatMap((operation) => callOf(model, operation))
  await writeFile(path.join(transplants.folder(name, 'client'), 'src/calls.ts'), callsProgram(calls))
  const called = await attempt(() => callAll(transplants, name, model, drawn, calls), crash)
  const refusals = model.refusals.map(({ message }) => ({ seed, message }))
  const differing = (called ?? []).map((each) => ({ seed, ...each }))
  return { operations: calls.length, refusals, findings: [...findings, ...differing] }
}

async function attempt<Result>(
  run: () => Result | Promise<Result>,
  otherwise: (error: unknown) => undefined,
) {
  try {
    return await run()
  } catch (error) {
    return otherwise(error)
  }
}

async function generateAll(model: DocumentModel): Promise<Generated> {
  const made = new Map<string, Files>()
  for (const [name, load] of Object.entries(generators)) made.set(name, await (await load()).generate(model))
  return made
}

function callOf({ operations }: DocumentModel, drawn: DrawnOperation): Call[] {
  const operation = operations.find(({ path: at, method }) => at === drawn.path && method === drawn.method)
  if (!operation) return []
  const members = inputMembers(operation).flatMap(({ name, parameter }) => {
    const given = drawn.parameters.find((each) => each.in === parameter.in && each.name === parameter.name)
    return given === undefined || given.value === undefined ? [] : [[name, given.value] as const]
  })
  const { body, servers } = drawn
  const chosen = {
    ...(body && { body: body.value, ...(body.isChosen && { contentType: body.mediaType }) }),
    ...(servers?.chosen !== undefined && { server: servers.chosen }),
  }
  return [{ drawn, operation, input: { ...Object.fromEntries(members), ...chosen } }]
}

type Difference = Pick<Finding, 'kind' | 'message'>
type Handler = { run(call: { request: Request; requestId: string }): Promise<{ response?: Response } | null> }

async function callAll(
  transplants: Transplants,
  name: string,
  model: DocumentModel,
  document: DrawnDocument,
  calls: readonly Call[],
): Promise<Difference[]> {
  const at = (file: string, of = 'client') => path.join(transplants.folder(name, of), 'src', file)
  const { createUserApi } = await import(at('index.ts'))
  const { validate } = await import(at('validate/index.ts'))
  const { createHandlers } = await import(at('index.ts', 'msw'))
  const handlers: readonly Handler[] = createHandlers({ baseUrl })()
  const { token, keys } = document.credentials
  const auth = token === undefined ? { kind: 'none' } : { kind: 'bearer', token }
  const found: Difference[] = []
  for (const { drawn, operation, input } of calls) {
    const sent: Request[] = []
    let answer: SentAnswer | undefined
    const exchange = exampleExchange(model, operation)
    const fetch = async (url: string, init: RequestInit) => {
      const request = new Request(url, init)
      sent.push(request.clone())
      const answered = drawn.servers === undefined ? await answerOf(handlers, request) : exchange.response()
      answer = await sentAnswer(answered)
      return answer.response
    }
    const api = createUserApi({ baseUrl, auth, keys, fetch, validate, retry: false })
    const result = await api[operation.id].safe(input)
    const made = sent[0] && (await comparable(sent[0], drawn))
    const expected = expectedRequest(document, drawn)
    const difference = made ? differenceOf(expected, made) : `nothing was sent: ${result.error}`
    const place = `${drawn.method} ${drawn.path}`
    if (difference !== undefined) found.push({ kind: 'request', message: `${place} ${difference}` })
    else if (hasSuccess(operation)) {
      const problem = await problemOfAnswer(result, exchange.value, answer)
      if (problem !== undefined) found.push({ kind: 'answer', message: `${place} ${problem}` })
    }
  }
  return found
}

/** What the mocks of all operations answer, the first one that takes the request. */
async function answerOf(handlers: readonly Handler[], request: Request): Promise<Response> {
  for (const handler of handlers) {
    const result = await handler.run({ request: request.clone(), requestId: '1' })
    if (result?.response) return result.response
  }
  return new Response('no mock takes it', { status: 599 })
}

async function problemOfAnswer(
  result: { readonly ok: boolean; readonly value?: unknown; readonly error?: unknown },
  expected: unknown,
  answer: SentAnswer | undefined,
): Promise<string | undefined> {
  if (!result.ok) return `failed: ${result.error}`
  const { value } = result
  if (answer && (value instanceof Blob || Symbol.asyncIterator in Object(value)))
    return differenceInPieces(value, answer)
  return JSON.stringify(value) === JSON.stringify(expected)
    ? undefined
    : `answered ${JSON.stringify(value)} instead of ${JSON.stringify(expected)}`
}

async function comparable(request: Request, { body }: DrawnOperation): Promise<ComparedRequest> {
  return {
    method: request.method,
    url: normal(request.url),
    headers: Object.fromEntries(request.headers),
    body: body && (await bodyOf(request, body.mediaType)),
  }
}

async function bodyOf(request: Request, mediaType: string): Promise<unknown> {
  if (mediaType.endsWith('json')) return request.json()
  if (mediaType !== 'multipart/form-data') return request.text()
  const form = [...(await request.formData())]
  return Promise.all(
    form.map(async ([name, value]): Promise<Part> => {
      if (typeof value === 'string') return [name, value, undefined]
      const isFile = value.type === 'application/octet-stream'
      return [name, isFile ? `${value.size} bytes` : await value.text(), value.type]
    }),
  )
}

function differenceOf(expected: ComparedRequest, made: ComparedRequest): string | undefined {
  const compared = Object.keys(expected.headers)
  // A key of which it is not known whether it is sent.
  const url = 'authorization' in expected.headers ? made.url : made.url.replace(/[?&]drawn_key=[^&]*/, '')
  const headers = Object.fromEntries(compared.map((name) => [name, made.headers[name] ?? null]))
  // In a form, `+` and `%20` are a space.
  const [wanted, body] = [expected.body, made.body].map((each) =>
    typeof each === 'string' ? normal(each.replaceAll('+', '%20')).replaceAll('%7E', '~') : each,
  )
  const [one, other] = [
    { ...expected, body: wanted },
    { ...made, url, headers, body },
  ].map((each) => JSON.stringify(each))
  return one === other ? undefined : `\n  expected ${one}\n  made     ${other}`
}
