import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { inputMembers } from '../../src/generators/client/input.ts'
import { type DocumentModel, readDocument } from '../../src/index.ts'
import { operationOf } from '../foreign-documents.ts'
import { type Transplant, transplant } from '../transplant.ts'
import { expectedRequest, normal } from './expected-request.ts'
import { type DrawnOperation, drawDocument } from './random-document.ts'

const seed = Number(process.env['FUZZ_SEED'] ?? 20261129)
const count = Number(process.env['FUZZ_COUNT'] ?? 200)
const { document, operations } = drawDocument(seed, count)

let model: DocumentModel
let packages: Transplant
let send: (operation: DrawnOperation) => Promise<Request>

beforeAll(async () => {
  model = readDocument(document)
  packages = await transplant(model, ['types', 'client'])
  const { createUserApi } = await import(path.join(packages.folder('client'), 'src/index.ts'))
  send = async (operation) => {
    const sent: Request[] = []
    const fetch = (url: string, init: RequestInit) => {
      sent.push(new Request(url, init))
      return new Response(null, { status: 204 })
    }
    const api = createUserApi({ baseUrl: 'https://api.example', auth: { kind: 'none' }, fetch })
    await api[operation.id](inputOf(operation))
    const [request] = sent
    if (!request) throw new Error('nothing was sent')
    return request
  }
})

afterAll(() => packages.remove())

function inputOf({ id, parameters, body }: DrawnOperation): object {
  const members = inputMembers(operationOf(model, id)).map(({ name, parameter }) => {
    const drawn = parameters.find((each) => each.in === parameter.in && each.name === parameter.name)
    return [name, drawn?.value]
  })
  return { ...Object.fromEntries(members), ...(body && { body: body.value }) }
}

test(`no operation of a document drawn from ${seed} is refused`, () => {
  expect(model.refusals).toEqual([])
  expect(model.operations).toHaveLength(count)
})

test('each request is the one that another writer makes', async () => {
  const differing: object[] = []
  for (const operation of operations) {
    const expected = expectedRequest(operation)
    const request = await send(operation)
    const made = {
      url: normal(request.url.slice('https://api.example'.length)),
      headers: Object.fromEntries(
        Object.keys(expected.headers).map((name) => [name, request.headers.get(name)]),
      ),
      body: operation.body && (await request.text()),
    }
    if (JSON.stringify(made) !== JSON.stringify(expected)) differing.push({ operation, expected, made })
  }
  expect(differing).toEqual([])
})

test('what is generated compiles', () => {
  expect(packages.problems('types')).toEqual([])
  expect(packages.problems('client')).toEqual([])
})
