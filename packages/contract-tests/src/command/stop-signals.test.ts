import { EventEmitter } from 'node:events'
import { expect, test } from 'vitest'
import { listenForStop } from './stop-signals.ts'

function listen({ echo = 0 } = {}) {
  const source = new EventEmitter()
  const written: string[] = []
  const exits: number[] = []
  let now = 0
  const stop = listenForStop(source, {
    write: (text) => written.push(text),
    exit: (status) => exits.push(status),
    clock: () => now,
    echo,
  })
  return { source, written, exits, stop, pass: (milliseconds: number) => (now += milliseconds) }
}

test.each([
  ['SIGINT', 130],
  ['SIGTERM', 143],
  ['SIGHUP', 129],
])('%s stops the work, says so at once and asks for the exit status %i', (signal, status) => {
  const { source, written, exits, stop } = listen()
  expect(stop.exitStatus()).toBe(undefined)
  stop.watch({ onFirst: () => 'Removing 3 accounts.', onSecond: () => 'never' })
  source.emit(signal)
  expect(stop.signal.aborted).toBe(true)
  expect(stop.exitStatus()).toBe(status)
  expect(written).toEqual([
    `windmill-user-contract: ${signal}: Removing 3 accounts. Send it again to end at once.\n`,
  ])
  expect(exits).toEqual([])
})

test('a second signal ends the process and says what is left', () => {
  const { source, written, exits, stop } = listen()
  stop.watch({ onFirst: () => 'Removing.', onSecond: () => 'Remove the rest with: …' })
  source.emit('SIGINT')
  source.emit('SIGTERM')
  expect(exits).toEqual([143])
  expect(written.at(-1)).toBe('windmill-user-contract: SIGTERM: Remove the rest with: …\n')
})

test('a terminal that closes may send its signal more than once', () => {
  const { source, exits } = listen()
  source.emit('SIGHUP')
  source.emit('SIGHUP')
  expect(exits).toEqual([])
  source.emit('SIGTERM')
  expect(exits).toEqual([143])
})

test('a signal that a package manager passes on again is not a second one', () => {
  const { source, exits, pass } = listen({ echo: 300 })
  source.emit('SIGINT')
  pass(20)
  source.emit('SIGINT')
  expect(exits).toEqual([])
  pass(300)
  source.emit('SIGINT')
  expect(exits).toEqual([130])
})
