import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { QueryClient } from '@tanstack/react-query'
import { createClient } from '@windmill-user-api/client'
import { exampleExchange, hasSuccess, readDocument } from '@windmill-user-api/codegen'
import { expect, test } from 'vitest'
import * as options from '../src/on-server.ts'

const file = fileURLToPath(import.meta.resolve('@windmill-user-api/openapi/openapi.json'))
const model = readDocument(JSON.parse(readFileSync(file, 'utf8')))
const queryClient = new QueryClient()

test.each(model.operations.filter(hasSuccess).map((operation) => [operation.id, operation] as const))(
  '%s is called by its query or its mutation, under a key of its own',
  async (id, operation) => {
    const { input, value, response } = exampleExchange(model, operation)
    const client = createClient({
      baseUrl: 'https://api.example/base',
      auth: { kind: 'bearer', token: 'secret-token' },
      fetch: async () => response(),
    })
    const query: unknown = Reflect.get(options, `${id}Query`)
    const mutation: unknown = Reflect.get(options, `${id}Mutation`)

    if (typeof query === 'function') {
      const made = query(client, input)
      const held = await queryClient.fetchQuery(made)
      expect(made.queryKey.slice(0, 3)).toEqual(options.keyOf(client, operation.id as never))
      if (value !== undefined) expect(held).toEqual(value)
    } else {
      const made = typeof mutation === 'function' ? mutation(client) : undefined
      const result = await queryClient.getMutationCache().build(queryClient, made).execute(input)
      expect(made.mutationKey.slice(0, 3)).toEqual(options.keyOf(client, operation.id as never))
      if (value !== undefined) expect(result).toEqual(value)
    }
  },
)
