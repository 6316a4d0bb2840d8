import { once } from 'node:events'
import type { ServerResponse } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import { gzipSync } from 'node:zlib'
import type { Change } from './independent/change.ts'
import { createServer } from './independent/create-server.ts'
import type { OperationId } from './independent/operations.ts'
import { listen, listenRaw } from './listen.ts'
import { isOpen, open } from './partial.ts'
import type { ExpectedFinding, ZooServer } from './zoo-server.ts'

/** What breaks below the level of the API: on the connection, or in how a response is written. */
function onConnection(operation: OperationId | '*', expected: string, actual: string): ExpectedFinding {
  return { operations: [operation], rule: 'valid-call', observation: 'connection', expected, actual }
}

/** A change to how the successes of one operation are written. */
function written(operation: OperationId, write: (response: ServerResponse, body: string) => void): Change {
  return {
    write: (reply, response, asked) => {
      if (asked.operation !== operation || reply.status >= 300) return false
      write(response, typeof reply.body === 'string' ? reply.body : JSON.stringify(reply.body))
      return true
    },
  }
}

const everyFiftieth = 50

export const resetting: ZooServer = {
  name: 'resetting',
  summary: `resets every ${everyFiftieth}th connection, and uses one for each request`,
  start: () => {
    let count = 0
    const change: Change = {
      before: (_asked, { socket }) => {
        count += 1
        if (count % everyFiftieth === 0) socket.resetAndDestroy()
        return undefined
      },
      after: (reply) => ({ ...reply, headers: { ...reply.headers, Connection: 'close' } }),
    }
    return createServer({ changes: [change] })
  },
  findings: [
    {
      ...onConnection('*', 'no failure in passing', 'closes the connection without a response in passing'),
      rule: 'transient',
    },
  ],
  exitStatus: 1,
}

export const breakingOff: ZooServer = {
  name: 'breaking-off',
  summary: 'breaks the bodies of listTokens off in the middle',
  start: () =>
    createServer({
      changes: [
        written('listTokens', (response, body) => {
          response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': body.length })
          response.write(body.slice(0, body.length / 2), () => response.destroy())
        }),
      ],
    }),
  findings: [onConnection('listTokens', 'a response', 'breaks the body off')],
  exitStatus: 1,
}

export const severed: ZooServer = {
  name: 'severed',
  summary: 'breaks connections in three operations, and needs no credentials for a fourth',
  start: () =>
    createServer({
      changes: [
        open('globalWhoami', {
          email: 'grace@example.com',
          login_type: 'password',
          super_admin: false,
          verified: true,
          name: null,
          company: null,
        }),
        written('getCurrentEmail', (response) => response.destroy()),
        written('listUsersAsSuperAdmin', (response) => response.socket?.end('SSH-2.0-OpenSSH_9.6\r\n')),
        written('listTokens', (response, body) => {
          response.writeHead(200, {
            'Content-Type': 'application/json',
            'Content-Length': Buffer.byteLength(body) + 1,
          })
          response.write(body, () => response.destroy())
        }),
      ],
    }),
  findings: [
    onConnection('getCurrentEmail', 'a response', 'closes the connection without a response'),
    onConnection('listUsersAsSuperAdmin', 'a response', 'sends a response that is not valid HTTP'),
    onConnection('listTokens', 'a response', 'breaks the body off'),
    isOpen('globalWhoami'),
  ],
  exitStatus: 1,
}

export const endless: ZooServer = {
  name: 'endless',
  summary: 'never ends the body of getCurrentEmail',
  start: () =>
    createServer({
      changes: [
        written('getCurrentEmail', (response) => {
          response.writeHead(200, { 'Content-Type': 'text/plain' })
          writeForever(response)
        }),
      ],
    }),
  findings: [onConnection('getCurrentEmail', 'a response', 'sends a body that is too large to read')],
  exitStatus: 1,
}

export const informational: ZooServer = {
  name: 'informational',
  summary: 'sends 103 again and again, and never the response of getCurrentEmail',
  start: () => createServer({ changes: [written('getCurrentEmail', hintForever)] }),
  findings: [
    onConnection('getCurrentEmail', 'a response', 'sends no complete response within the time limit'),
  ],
  exitStatus: 1,
}

const mebibytes = 128

export const gzipBomb: ZooServer = {
  name: 'gzip-bomb',
  summary: `sends a body of listUsers that is ${mebibytes} MiB when it is unpacked`,
  start: () => {
    // Several compressed parts in a row are one body (RFC 1952, section 2.2).
    const part = gzipSync(Buffer.alloc(1024 * 1024, ' '))
    const bomb = Buffer.concat(Array.from({ length: mebibytes }, () => part))
    const headers = {
      'Content-Type': 'application/json',
      'Content-Encoding': 'gzip',
      'Content-Length': bomb.length,
    }
    return createServer({
      changes: [written('listUsers', (response) => response.writeHead(200, headers).end(bomb))],
    })
  },
  findings: [onConnection('listUsers', 'a response', 'sends a body that is too large to read')],
  exitStatus: 1,
}

export const notHttp: ZooServer = {
  name: 'not-http',
  summary: 'speaks another protocol than HTTP',
  start: () => listenRaw((socket) => socket.end('SSH-2.0-OpenSSH_9.6\r\n')),
  findings: [],
  problem: /sends a response that is not valid HTTP/,
  exitStatus: 2,
}

export const silent: ZooServer = {
  name: 'silent',
  summary: 'accepts connections, and never answers',
  start: () => listen(() => {}),
  findings: [],
  problem: /sends no complete response within the time limit/,
  exitStatus: 2,
}

async function writeForever(response: ServerResponse): Promise<void> {
  const chunk = 'ada@example.com '.repeat(1024)
  while (!response.destroyed) {
    // What is not read is not piled up.
    if (response.write(chunk)) await pause(1)
    else await Promise.race([once(response, 'drain'), once(response, 'close')])
  }
}

async function hintForever(response: ServerResponse): Promise<void> {
  while (!response.destroyed) {
    response.writeEarlyHints({ link: '</style.css>; rel=preload; as=style' })
    await pause(1)
  }
}
