import type { Refusal } from '../domain/refusal.ts'
import type { OperationDescription, OperationId } from '../generated/document/operations.ts'
import type { Answer, Context } from '../handler.ts'
import { writeCookie } from './cookies.ts'

/** The answer of an operation, with the status and media type that the document gives it. */
export function successResponse(
  { status, mediaType }: OperationDescription['success'],
  answer: Answer<OperationId>,
  context: Context,
): Response {
  const headers = headersOf(answer, context)
  if (mediaType === undefined) return new Response(null, { status, headers })
  const text = 'json' in answer ? answer.json : textOf(answer.body, mediaType)
  return new Response(text, {
    status,
    headers: { ...headers, 'Content-Type': contentTypes[mediaType] ?? mediaType },
  })
}

function headersOf(
  { cookie, isSecret, location }: Answer<OperationId>,
  context: Context,
): Record<string, string> {
  return {
    ...(cookie && { 'Set-Cookie': writeCookie(cookie, context) }),
    ...(isSecret && { 'Cache-Control': 'no-store' }),
    ...(location !== undefined && { Location: location }),
  }
}

function textOf(body: unknown, mediaType: string): string {
  return typeof body === 'string' && mediaType !== 'application/json' ? body : JSON.stringify(body)
}

/** A refusal as one line of text. */
export function refusalResponse({ kind, message, status, headers, retryAfter }: Refusal): Response {
  // Says which scheme is expected (RFC 9110, section 11.6.1).
  const challenge = kind === 'Unauthorized' ? { 'WWW-Authenticate': 'Bearer' } : {}
  return new Response(message, {
    status,
    headers: {
      ...headers,
      ...challenge,
      ...(retryAfter !== undefined && { 'Retry-After': String(retryAfter) }),
      'Content-Type': 'text/plain; charset=utf-8',
    },
  })
}

/** Text without a charset would be read as something else by some. JSON has none: it is UTF-8 (RFC 8259, section 11). */
const contentTypes: Readonly<Record<string, string>> = { 'text/plain': 'text/plain; charset=utf-8' }
