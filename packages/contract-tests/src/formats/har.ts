import type { Report } from '../findings/report.ts'
import type { MaskedCall, MaskedResponse } from '../http/masked-call.ts'
import { printableJson } from '../text/printable.ts'

/** HAR 1.2: every call of the run, for a viewer of network traffic. */
export function harReport({ calls = [], baseUrl }: Report): string {
  const log = {
    version: '1.2',
    creator: { name: 'windmill-user-contract', version: '1', comment: `contract of ${baseUrl}` },
    entries: calls.map(toEntry),
  }
  return `${printableJson({ log }, 1)}\n`
}

function toEntry(call: MaskedCall) {
  const { operation, role, startedAt, milliseconds, response } = call
  return {
    startedDateTime: startedAt,
    time: milliseconds,
    request: toRequest(call),
    response: toResponse(response),
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

/** Browsers record status 0 if there was no response. */
function toResponse(response: MaskedResponse | undefined) {
  const { status = 0, headers = [], body = '' } = response ?? {}
  return {
    status,
    statusText: response ? '' : 'no response',
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
