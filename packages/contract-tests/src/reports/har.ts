import type { MaskedAnswer, MaskedCall } from '../record/masked-call.ts'
import type { Report } from '../run/report.ts'

/** HAR 1.2: every call of the run, for a viewer of network traffic. */
export function harReport({ calls = [], baseUrl }: Report): string {
  const log = {
    version: '1.2',
    creator: { name: 'windmill-user-contract', version: '1', comment: `contract of ${baseUrl}` },
    entries: calls.map(toEntry),
  }
  return `${JSON.stringify({ log }, undefined, 1)}\n`
}

function toEntry(call: MaskedCall) {
  const { operation, role, startedAt, milliseconds, answer } = call
  return {
    startedDateTime: startedAt,
    time: milliseconds,
    request: toRequest(call),
    response: toResponse(answer),
    cache: {},
    timings: { send: 0, wait: milliseconds, receive: 0 },
    comment: `${operation} as ${role}`,
  }
}

function toRequest({ method, url, headers, body }: MaskedCall) {
  return {
    method,
    url,
    httpVersion: 'HTTP/1.1',
    cookies: [],
    headers: toHeaders(headers),
    queryString: [...new URL(url).searchParams].map(([name, value]) => ({ name, value })),
    headersSize: -1,
    bodySize: -1,
    ...(body !== undefined && {
      postData: { mimeType: mediaType(headers), text: body, params: [] },
    }),
  }
}

/** Status 0 is how browsers write down that no answer came. */
function toResponse(answer: MaskedAnswer | undefined) {
  const { status = 0, headers = [], body = '' } = answer ?? {}
  return {
    status,
    statusText: answer ? '' : 'no answer',
    httpVersion: 'HTTP/1.1',
    cookies: [],
    headers: toHeaders(headers),
    content: { size: body.length, mimeType: mediaType(headers), text: body },
    redirectURL: headers.find(([name]) => name === 'location')?.[1] ?? '',
    headersSize: -1,
    bodySize: -1,
  }
}

function toHeaders(headers: MaskedCall['headers']) {
  return headers.map(([name, value]) => ({ name, value }))
}

function mediaType(headers: MaskedCall['headers']): string {
  return headers.find(([name]) => name === 'content-type')?.[1] ?? ''
}
