import { readFileSync } from 'node:fs'
import {
  isSuccess,
  needsCredentials,
  type Operation,
  referenceName,
  resolveSchema,
  type Schema,
} from '@windmill-user-api/codegen'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { readBundle } from '../bundle.ts'

/** One operation as the page states it; see the head of page.yaml. */
interface PageOperation {
  readonly operationId: string
  readonly call: string
  readonly summary: string
  readonly authorization: 'required' | 'none'
  readonly parameters?: readonly PageParameter[]
  readonly request?: PageRequest
  readonly response: PageResponse
}

interface PageParameter {
  readonly name: string
  readonly in: string
  readonly required: boolean
  readonly description?: string
}

interface PageRequest {
  readonly mediaType: string
  readonly schema: string
  readonly members: readonly string[]
  readonly description?: string
}

interface PageResponse {
  readonly status: number
  readonly mediaType: string
  /** `Array` where the page lost the type of the elements. */
  readonly type: string
  readonly headers: readonly string[]
  readonly description: string
}

/** For a person whose change made the document and the page differ. */
const whatToDo =
  'Expected what tools/gates/parity/page.yaml has of this operation, received what spec/paths has. Change spec/paths back; change page.yaml only if the reference page itself has changed. Then run: pnpm build && pnpm vitest run --project tools gates/parity'

const model = readBundle('openapi.json')
const page: readonly PageOperation[] = parse(readFileSync(new URL('page.yaml', import.meta.url), 'utf8'))

test('the published document has every operation of the page', () => {
  const published = model.operations.map(({ id }) => id)
  expect(page.length).toBeGreaterThan(20)
  expect(
    page.filter(({ operationId }) => !published.includes(operationId)),
    whatToDo,
  ).toEqual([])
})

for (const stated of page) {
  test(`${stated.operationId} is what the page states`, () => {
    expect(asStated(operation(stated.operationId), stated), whatToDo).toEqual(stated)
  })
}

function operation(id: string): Operation {
  const found = model.operations.find((candidate) => candidate.id === id)
  if (!found)
    throw new Error(
      `spec/paths has no operation "${id}", which tools/gates/parity/page.yaml has. Look for a renamed operationId.`,
    )
  return found
}

/** The document's operation in the words of the page, so that a difference shows as a difference of two objects. */
function asStated(actual: Operation, stated: PageOperation): PageOperation {
  const parameters = actual.parameters.map((parameter, index) =>
    parameterAsStated(parameter, stated.parameters?.[index]),
  )
  const request = requestAsStated(actual)
  return {
    operationId: actual.id,
    call: `${actual.method.toUpperCase()} ${actual.path}`,
    // Our summaries begin with a capital; the words are the page's.
    summary: sameText(actual.summary, stated.summary),
    authorization: needsCredentials(actual) ? 'required' : 'none',
    ...(parameters.length > 0 && { parameters }),
    ...(request && { request: withoutUnstated(request, stated.request) }),
    response: responseAsStated(actual, stated.response),
  }
}

function parameterAsStated(
  actual: Operation['parameters'][number],
  stated: PageParameter | undefined,
): PageParameter {
  const { name, in: location, required, description } = actual
  const kept =
    stated?.description === undefined ? {} : { description: sameText(description, stated.description) }
  return { name, in: location, required, ...kept }
}

function requestAsStated({ requestBody }: Operation): PageRequest | undefined {
  const [content] = requestBody?.content ?? []
  if (!requestBody || !content) return undefined
  const { properties = {} } = resolveSchema(model.source, content.schema)
  return {
    mediaType: content.name,
    schema: nameOf(content.schema),
    members: Object.keys(properties),
    description: requestBody.description,
  }
}

/** The page describes three bodies; the others are ours to describe. */
function withoutUnstated(actual: PageRequest, stated: PageRequest | undefined): PageRequest {
  const { description = '', ...facts } = actual
  return stated?.description === undefined
    ? facts
    : { ...facts, description: sameText(description, stated.description) }
}

function responseAsStated(actual: Operation, stated: PageResponse): PageResponse {
  const successes = actual.responses.filter(isSuccess)
  const [success] = successes
  const [content] = success?.content ?? []
  if (!success || !content || successes.length !== 1) {
    throw new Error(`${actual.id} has ${successes.length} success responses. Expected one, with a body.`)
  }
  return {
    status: Number(success.status),
    mediaType: content.name,
    type: typeOf(content.schema),
    headers: success.headers.map(({ name }) => name).filter((name) => stated.headers.includes(name)),
    description: sameText(success.description, stated.description),
  }
}

function typeOf(schema: Schema): string {
  const resolved = resolveSchema(model.source, schema)
  if (resolved.type === 'array') return 'Array'
  return resolved.type === 'object' ? nameOf(schema) : String(resolved.type)
}

function nameOf(schema: Schema): string {
  return schema.$ref === undefined ? '(inline)' : referenceName(schema.$ref)
}

/** The page's spelling where the two differ in capitals or white space alone, else ours, so that the test shows it. */
function sameText(actual: string, stated: string): string {
  const fold = (text: string) => text.trim().replaceAll(/\s+/g, ' ').toLowerCase()
  return fold(actual) === fold(stated) ? stated : actual
}
