import { context, propagation, type Span, SpanStatusCode, trace } from '@opentelemetry/api'
import type { Hooks } from '@windmill-user-api/client'

const tracer = trace.getTracer('windmill-user-api')
const spans = new WeakMap<object, Span>()

/** A span for each attempt, which the server can continue by its `traceparent`. */
export const traced: Hooks = {
  onRequest({ call, operation, method, url, attempt }) {
    const attributes = {
      'http.request.method': method,
      'url.full': url,
      'http.request.resend_count': attempt - 1,
    }
    const span = tracer.startSpan(operation, { attributes })
    spans.set(call, span)
    const headers: Record<string, string> = {}
    propagation.inject(trace.setSpan(context.active(), span), headers)
    return headers
  },
  onResponse({ call, status }) {
    spans.get(call)?.setAttribute('http.response.status_code', status)
    if (status < 400) spans.get(call)?.end()
  },
  onRetry: ({ call, error }) => fail(call, error),
  onError: ({ call, error }) => fail(call, error),
}

function fail(call: object, error: Error): void {
  spans.get(call)?.setStatus({ code: SpanStatusCode.ERROR, message: error.message })
  spans.get(call)?.end()
}
