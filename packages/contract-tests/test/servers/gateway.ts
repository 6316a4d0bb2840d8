import { setTimeout as pause } from 'node:timers/promises'
import type { Change } from './independent/change.ts'
import { createServer } from './independent/create-server.ts'
import { text } from './independent/reply.ts'
import { listen } from './listen.ts'
import type { ZooServer } from './zoo-server.ts'

const callsPerSecond = 200
const milliseconds = 15

/** A gateway in front of a correct server. Its limit is not the limit of `login` that the contract names. */
function limiting(): Change {
  let window = { startsAt: 0, calls: 0 }
  return {
    before: () => {
      const now = Date.now()
      if (now - window.startsAt >= 1000) window = { startsAt: now, calls: 0 }
      window.calls += 1
      if (window.calls <= callsPerSecond) return undefined
      return text(429, 'Too many requests: slow down', { 'Retry-After': '1' })
    },
    write: (reply, response) => {
      const body = typeof reply.body === 'string' ? reply.body : JSON.stringify(reply.body)
      pause(milliseconds).then(() => response.writeHead(reply.status, { ...reply.headers }).end(body))
      return true
    },
  }
}

export const slow: ZooServer = {
  name: 'slow',
  summary: `takes ${milliseconds} ms for each response, and returns 429 with Retry-After above ${callsPerSecond} calls a second`,
  start: () => createServer({ changes: [limiting()] }),
  findings: [],
  exitStatus: 0,
}

const everyHundredth = 100

/** Fails in passing: in turn without having done anything, and after it has. */
function failingInPassing(): Change {
  let count = 0
  const failure = text(502, '<html><h1>502 Bad Gateway</h1></html>', { 'Content-Type': 'text/html' })
  return {
    before: () => {
      count += 1
      return count % (2 * everyHundredth) === everyHundredth ? failure : undefined
    },
    after: (reply) => (count % (2 * everyHundredth) === 0 ? failure : reply),
  }
}

export const flaky: ZooServer = {
  name: 'flaky',
  summary: `returns 502 to every ${everyHundredth}th call, half of which have been carried out`,
  start: () => createServer({ changes: [failingInPassing()] }),
  findings: [
    {
      operations: ['*'],
      rule: 'transient',
      observation: 'status',
      expected: 'no failure in passing',
      actual: '502 in passing',
    },
  ],
  exitStatus: 1,
}

const statuses = [300, 301, 302, 303, 307, 308]

export const redirecting: ZooServer = {
  name: 'redirecting',
  summary: 'redirects everything to itself, with each status in turn, and 307 for login',
  start: () => {
    let count = 0
    return listen((request, response) => {
      count += 1
      const turn = statuses[count % statuses.length] ?? 302
      const status = request.url?.endsWith('/auth/login') ? 307 : turn
      request.resume().on('end', () => response.writeHead(status, { location: `${request.url}` }).end())
    })
  },
  findings: [],
  problem: /There is no such API at .*: POST \/auth\/login returns 307/,
  exitStatus: 2,
}
