import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { exampleExchange, hasSuccess, readDocument } from '@windmill-user-api/codegen'
import { expect, test } from 'vitest'
import { createUserApi } from '../src/index.ts'

const file = fileURLToPath(import.meta.resolve('@windmill-user-api/openapi/openapi.json'))
const model = readDocument(JSON.parse(readFileSync(file, 'utf8')))

test.each(model.operations.filter(hasSuccess).map((operation) => [operation.id, operation] as const))(
  '%s sends the request that the document describes, and reads its success',
  async (id, operation) => {
    const { input, method, path, value, response } = exampleExchange(model, operation)
    const sent: Request[] = []
    const api = createUserApi({
      baseUrl: 'https://api.example/base',
      auth: { kind: 'bearer', token: 'secret-token' },
      fetch: async (...request: ConstructorParameters<typeof Request>) => {
        sent.push(new Request(...request))
        return response()
      },
    })
    const call: unknown = Reflect.get(api, id)

    const result: unknown = typeof call === 'function' ? await call(input) : undefined

    expect(
      sent.map((request) => `${request.method} ${decodeURIComponent(new URL(request.url).pathname)}`),
    ).toEqual([`${method} /base${path}`])
    if (result instanceof Blob) expect(await result.text()).toBe(await response().text())
    if (value !== undefined) expect(result).toEqual(value)
  },
)
