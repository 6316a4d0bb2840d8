import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Operation } from '../src/index.ts'
import { foreignDocuments, readForeignDocument } from './foreign-documents.ts'
import { type Transplant, transplant } from './transplant.ts'

type Handler = { run(call: { request: Request; requestId: string }): Promise<{ response?: Response } | null> }
type Handlers = Record<string, (status: number | string) => Handler> & (() => Handler[])

const baseUrl = 'https://api.example/base'

describe.each(foreignDocuments)('handlers of the document %s', (document) => {
  const { operations } = readForeignDocument(document)
  let packages: Transplant
  let handlers: Handlers

  beforeAll(async () => {
    packages = await transplant(readForeignDocument(document))
    const msw = await import(path.join(packages.folder('msw'), 'src/index.ts'))
    handlers = msw.createHandlers({ baseUrl })
  })

  afterAll(() => packages.remove())

  test.each(operations.map((operation) => [operation.id, operation] as const))(
    '%s is answered as the document says',
    async (id, operation) => {
      for (const { status, content } of operation.responses) {
        const key = /^\d+$/.test(status) ? Number(status) : status
        const result = await handlers[id]?.(key).run({ request: requestOf(operation), requestId: '1' })

        expect(String(result?.response?.status)).toMatch(statusPattern(status))
        const mediaTypes = operation.method === 'head' ? [] : content.map(({ name }) => name)
        expect([...mediaTypes, null]).toContain(result?.response?.headers.get('Content-Type') ?? null)
      }
    },
  )

  test('one handler of success each, the concrete paths first', () => {
    expect(handlers()).toHaveLength(operations.length)
  })
})

function requestOf({ method, path: template }: Operation): Request {
  const url = `${baseUrl}${template.replaceAll(/\{[^}]+\}/g, '42')}`
  return new Request(url, { method: method.toUpperCase() })
}

function statusPattern(status: string): RegExp {
  return new RegExp(status === 'default' ? '^500$' : `^${status.replace('XX', '00')}$`)
}
