import { execFileSync } from 'node:child_process'
import { expect, test } from 'vitest'
import * as client from '../src/index.ts'
import * as server from '../src/react-server.ts'

/** Runs a module in a process that resolves as a bundler does for server components: React has no `createContext` there. */
function inServerComponent(program: string): unknown {
  const options = ['--conditions=react-server', '--input-type=module', '--eval', program]
  const output = execFileSync(process.execPath, options, { cwd: import.meta.dirname, encoding: 'utf8' })
  return JSON.parse(output)
}

test('a server component imports the options of a query and prefetches with them', () => {
  const program = `
    import { createClient } from '@windmill-user-api/client'
    import { listUsernamesQuery } from '@windmill-user-api/react-query'
    import * as react from 'react'
    const client = createClient({
      baseUrl: 'http://localhost:8000/api',
      auth: { kind: 'none' },
      fetch: async () => Response.json(['ada']),
    })
    const { queryKey, queryFn } = listUsernamesQuery(client, { workspace: 'demo' })
    const context = { queryKey, signal: new AbortController().signal, client: { getQueryCache: () => ({ getAll: () => [] }), defaultQueryOptions: (options) => options } }
    console.log(JSON.stringify({ hasContext: 'createContext' in react, data: await queryFn(context), queryKey }))
  `

  expect(inServerComponent(program)).toEqual({
    hasContext: false,
    data: ['ada'],
    queryKey: ['windmill-user-api', 'http://localhost:8000/api', 'listUsernames', { workspace: 'demo' }],
  })
})

test('a hook says in a server component what to do instead', () => {
  expect(() => server.useWhois()).toThrow(
    /^useWhois works in client components only.*'use client'.*prefetchQuery/,
  )
  expect(() => server.UserApiProvider()).toThrow("'use client'")
})

test('every name is there on a server, too, so that a module may be shared', () => {
  expect(Object.keys(server).toSorted()).toEqual(Object.keys(client).toSorted())
})
