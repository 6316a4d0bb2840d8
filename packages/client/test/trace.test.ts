import { context, propagation, trace } from '@opentelemetry/api'
import { BasicTracerProvider, InMemorySpanExporter, SimpleSpanProcessor } from '@opentelemetry/sdk-trace-base'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createUserApi } from '../src/index.ts'
import { baseUrl, recordingServer, text } from './support/server.ts'

const exporter = new InMemorySpanExporter()

beforeAll(() => {
  trace.setGlobalTracerProvider(
    new BasicTracerProvider({ spanProcessors: [new SimpleSpanProcessor(exporter)] }),
  )
  propagation.setGlobalPropagator({
    inject: (from, carrier, setter) =>
      setter.set(carrier, 'traceparent', trace.getSpanContext(from)?.traceId ?? ''),
    extract: (into) => into,
    fields: () => ['traceparent'],
  })
})
afterAll(() => {
  trace.disable()
  propagation.disable()
  context.disable()
})

test('the sample makes a span of each attempt, and the server can continue it', async () => {
  const { traced } = await import('../samples/trace.ts')
  const answers = [text('Unavailable', 503), text('ada@example.com')]
  const server = recordingServer(() => answers.shift() ?? text(''))
  const retry = { baseDelay: 0 }
  const api = createUserApi({ baseUrl, auth: { kind: 'none' }, hooks: traced, retry, fetch: server.fetch })

  await api.getCurrentEmail()

  const spans = exporter.getFinishedSpans()
  expect(spans.map(({ name, attributes }) => [name, attributes['http.response.status_code']])).toEqual([
    ['getCurrentEmail', 503],
    ['getCurrentEmail', 200],
  ])
  expect(server.requests.map(({ headers }) => headers.get('traceparent'))).toEqual(
    spans.map((span) => span.spanContext().traceId),
  )
})
