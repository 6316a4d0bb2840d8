import type { Socket } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { afterEach, describe, expect, test } from 'vitest'
import { NoResponse } from '../src/http/no-response.ts'
import { createTransport } from '../src/http/transport.ts'
import { listenRaw } from './servers/listen.ts'
import type { RunningServer } from './servers/zoo-server.ts'

/** For what never comes; everything else has time on a loaded machine. */
const timeLimits = { short: 400, long: 20_000 }
let running: RunningServer | undefined

afterEach(async () => {
  await running?.close()
  running = undefined
})

/** Calls a server that does this with each connection. */
async function callServer(onConnection: (socket: Socket) => void, timeout = timeLimits.long) {
  const server = await listenRaw(onConnection)
  running = server
  const url = `${server.baseUrl}/users/email`
  const request = { method: 'POST', url, headers: {}, body: '{}' }
  return createTransport({ fetch: globalThis.fetch, timeout }).send('getCurrentEmail', request)
}

/** Writes bytes once a request has come, and ends the connection. */
function reply(...parts: readonly (string | Buffer)[]) {
  return (socket: Socket) =>
    void socket.once('data', () => {
      for (const part of parts) socket.write(part)
      socket.end()
    })
}

/** Writes a beginning, and then one piece for ever, as fast as it is read or at intervals. */
function replyForever(beginning: string, piece: string, milliseconds?: number) {
  return (socket: Socket) =>
    void socket.once('data', async () => {
      socket.write(beginning)
      while (!socket.destroyed) {
        const isTaken = socket.write(piece)
        if (milliseconds !== undefined) await pause(milliseconds)
        else if (!isTaken) await Promise.race([drained(socket), pause(50)])
      }
    })
}

function drained(socket: Socket): Promise<void> {
  return new Promise((resolve) => socket.once('drain', resolve))
}

const mebibyte = 1024 * 1024
const ok = 'HTTP/1.1 200 OK\r\n'
const bomb = Buffer.concat(Array.from({ length: 64 }, () => gzipSync(Buffer.alloc(mebibyte))))
const brotliBomb = brotliCompressSync(Buffer.alloc(64 * mebibyte), {
  params: { [constants.BROTLI_PARAM_QUALITY]: 1 },
})

/** A body in this Content-Encoding. */
function encoded(coding: string, body: string | Buffer) {
  return reply(`${ok}Content-Encoding: ${coding}\r\nContent-Length: ${body.length}\r\n\r\n`, body)
}

const cases: Readonly<Record<string, readonly [kind: string, (socket: Socket) => void]>> = {
  'closes every connection at once': ['reset', (socket) => socket.end()],
  'resets every connection at once': ['reset', (socket) => socket.resetAndDestroy()],
  'resets the connection after the request': [
    'reset',
    (socket) => socket.once('data', () => socket.resetAndDestroy()),
  ],
  'ends in the middle of the status line': ['reset', reply('HTTP/1.1 200 O')],
  'ends in the middle of the headers': ['reset', reply(`${ok}Content-Ty`)],
  'accepts the connection and never answers': ['timeout', () => {}],
  'never ends the headers': ['timeout', replyForever(ok, 'X-A: a\r\n', 20)],
  'sends 103 without an end': ['timeout', replyForever('', 'HTTP/1.1 103 Early Hints\r\n\r\n'.repeat(200))],
  'drips its body': ['timeout', replyForever(`${ok}\r\n`, 'a', 20)],
  'drips a chunk extension': ['timeout', replyForever(`${ok}Transfer-Encoding: chunked\r\n\r\n3;`, 'a', 20)],
  'speaks another protocol at once': ['not-http', (socket) => socket.write('SSH-2.0-OpenSSH_9.6\r\n')],
  'speaks another protocol when asked': ['not-http', reply('220 mail.example.com ESMTP\r\n')],
  'sends a body alone': ['not-http', reply('<!doctype html>')],
  'sends a header without a colon': ['not-http', reply(`${ok}garbage\r\n\r\n`)],
  'sends an escape in a header': ['not-http', reply(`${ok}X-A: \u001b[2J\r\n\r\n`)],
  'sends two lengths': ['not-http', reply(`${ok}Content-Length: 1\r\nContent-Length: 2\r\n\r\nab`)],
  'sends a length below zero': ['not-http', reply(`${ok}Content-Length: -1\r\n\r\nab`)],
  'sends the status 000': ['not-http', reply('HTTP/1.1 000 None\r\nContent-Length: 0\r\n\r\n')],
  'sends the status 1000': ['not-http', reply('HTTP/1.1 1000 Much\r\nContent-Length: 0\r\n\r\n')],
  'sends a chunk without a size': ['not-http', reply(`${ok}Transfer-Encoding: chunked\r\n\r\nzz\r\nab\r\n`)],
  'sends 100 unasked': ['informational', reply('HTTP/1.1 100 Continue\r\n\r\n', `${ok}\r\n`)],
  'switches to another protocol unasked': [
    'informational',
    reply('HTTP/1.1 101 Switching Protocols\r\nConnection: upgrade\r\nUpgrade: x\r\n\r\n'),
  ],
  'sends a large header': ['headers-too-large', reply(`${ok}X-A: ${'a'.repeat(100_000)}\r\n\r\n`)],
  'sends many headers': ['headers-too-large', reply(`${ok}${'X-A: a\r\n'.repeat(5_000)}\r\n`)],
  'sends trailers without an end': [
    'headers-too-large',
    replyForever(`${ok}Transfer-Encoding: chunked\r\n\r\n1\r\na\r\n0\r\n`, 'X-A: a\r\n'.repeat(100)),
  ],
  'breaks the body off': ['broken-off', reply(`${ok}Content-Length: 100\r\n\r\n{"email":`)],
  'breaks a chunk off': ['broken-off', reply(`${ok}Transfer-Encoding: chunked\r\n\r\n10\r\n{"email":`)],
  'leaves the last chunk out': ['broken-off', reply(`${ok}Transfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n`)],
  'sends a body without an end': ['too-large', replyForever(`${ok}\r\n`, 'a'.repeat(65_536))],
  'sends a gzip bomb': ['too-large', encoded('gzip', bomb)],
  'sends a gzip bomb in gzip': ['too-large', encoded('gzip, gzip', gzipSync(bomb))],
  'sends a brotli bomb': ['too-large', encoded('br', brotliBomb)],
  'sends text as gzip': ['undecodable', encoded('gzip', '{"email":"ada@example.com"}')],
  'names fifty encodings': ['undecodable', encoded(`${'gzip, '.repeat(49)}gzip`, 'abc')],
}

describe('a server that', () => {
  test.each(Object.entries(cases))('%s has sent no response', async (_what, [kind, onConnection]) => {
    const call = callServer(onConnection, kind === 'timeout' ? timeLimits.short : timeLimits.long)
    await expect(call).rejects.toThrow(NoResponse)
    await expect(call).rejects.toMatchObject({ kind, operation: 'getCurrentEmail' })
  })

  test.each([
    ['never answers', (socket: Socket) => socket.resume(), timeLimits.short],
    ['sends a body without an end', replyForever(`${ok}\r\n`, 'a'.repeat(65_536)), timeLimits.long],
    ['sends a gzip bomb', encoded('gzip', bomb), timeLimits.long],
  ])('%s loses the connection', async (_what, onConnection, limit) => {
    const closed: Promise<unknown>[] = []
    const call = callServer((socket) => {
      closed.push(new Promise((resolve) => socket.on('close', resolve)))
      onConnection(socket)
    }, limit)
    await expect(call).rejects.toThrow(NoResponse)
    await Promise.all(closed)
    expect(closed.length).toBeGreaterThan(0)
  })

  test('refuses the connection has sent no response', async () => {
    const server = await listenRaw(() => {})
    await server.close()
    const request = { method: 'GET', url: server.baseUrl, headers: {}, body: undefined }
    const call = createTransport({ fetch: globalThis.fetch, timeout: timeLimits.long })
    await expect(call.send('getCurrentEmail', request)).rejects.toMatchObject({ kind: 'refused' })
  })

  test.each([
    [300, `Location: /api/users/email\r\n`],
    [301, `Location: /api/users/email\r\n`],
    [308, `Location: http://[\r\n`],
    [600, ''],
    [999, ''],
  ])('sends the odd status %i has responded, and is not followed', async (status, headers) => {
    let connections = 0
    const { response } = await callServer((socket) => {
      connections += 1
      reply(`HTTP/1.1 ${status} Odd\r\n${headers}Content-Length: 2\r\n\r\nok`)(socket)
    })
    expect([response.status, response.text, connections]).toEqual([status, 'ok', 1])
  })

  test('sends 103 first has responded', async () => {
    const early = 'HTTP/1.1 103 Early Hints\r\nLink: </style.css>\r\n\r\n'.repeat(3)
    const { response } = await callServer(reply(`${early}${ok}Content-Length: 2\r\n\r\nok`))
    expect(response).toMatchObject({ status: 200, text: 'ok' })
  })
})
