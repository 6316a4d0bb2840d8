import { join } from 'node:path'
import { build } from 'esbuild'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { exampleExchange } from '../src/index.ts'
import { foreignDocuments, readForeignDocument } from './foreign-documents.ts'
import { type Transplant, transplant } from './transplant.ts'

type Call = (input: Record<string, unknown>) => Promise<unknown>
type CreateUserApi = (options: {
  baseUrl: string
  auth: { kind: 'bearer'; token: string }
  fetch: (url: string, init: RequestInit) => Promise<Response>
}) => Record<string, Call>

describe.each(foreignDocuments)('a client of the document %s', (document) => {
  const model = readForeignDocument(document)
  let packages: Transplant
  let createUserApi: CreateUserApi

  beforeAll(async () => {
    packages = await transplant(model)
    const client = await import(join(packages.folder('client'), 'src/index.ts'))
    createUserApi = client.createUserApi
  })

  afterAll(() => packages.remove())

  test('has no other operation in the bundle of one, where it is one file', async () => {
    const folder = packages.folder('client')
    const bundle = { bundle: true, format: 'esm', absWorkingDir: folder } as const
    await build({ ...bundle, entryPoints: ['src/index.ts'], outfile: 'one-file.js' })
    const [one, ...others] = model.operations.map(({ id }) => id)
    const contents = `export { createClient, ${one} } from './one-file.js'`
    const { outputFiles } = await build({
      ...bundle,
      stdin: { contents, resolveDir: folder },
      minifySyntax: true,
      write: false,
    })
    const text = outputFiles[0]?.text ?? ''

    expect(text).toContain(`"${one}"`)
    expect(others.filter((id) => text.includes(`"${id}"`))).toEqual([])
  })

  test.each(model.operations.map((operation) => [operation.id, operation] as const))(
    '%s sends the request and reads the answer that the document describes',
    async (id, operation) => {
      const { input, method, path, value, response } = exampleExchange(model, operation)
      const sent: Request[] = []
      const api = createUserApi({
        baseUrl: 'https://api.example/base',
        auth: { kind: 'bearer', token: 'secret-token' },
        fetch: async (url, init) => {
          sent.push(new Request(url, init))
          return response()
        },
      })

      const answer = await api[id]?.(input)

      expect(sent.map((request) => `${request.method} ${new URL(request.url).pathname}`)).toEqual([
        `${method} /base${path}`,
      ])
      if (answer instanceof Blob) expect(await answer.text()).toBe(await response().text())
      else expect(answer).toEqual(value)
    },
  )
})
