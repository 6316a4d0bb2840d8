import { PassThrough } from 'node:stream'
import { expect, test } from 'vitest'
import { isCapable, keepGoingWithoutReaders } from './index.ts'

const failure = (code: string) => Object.assign(new Error(code), { code })

test.each(['EPIPE', 'EIO', 'ERR_STREAM_DESTROYED'])('a reader that has gone ends nothing: %s', (code) => {
  const stream = new PassThrough()
  keepGoingWithoutReaders(stream)
  expect(() => stream.emit('error', failure(code))).not.toThrow()
})

test('another failure of a stream is told', () => {
  const stream = new PassThrough()
  keepGoingWithoutReaders(stream)
  expect(() => stream.emit('error', failure('ENOSPC'))).toThrow('ENOSPC')
})

test.each([
  [{ isTTY: true }, {}, true],
  [{ isTTY: true }, { TERM: 'dumb' }, false],
  [{ isTTY: true }, { TERM: '' }, true],
  [{}, {}, false],
])('a stream like %j with %j obeys colours: %s', (stream, environment, capable) => {
  expect(isCapable(stream, environment)).toBe(capable)
})
