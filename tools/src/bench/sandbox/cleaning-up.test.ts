import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { setTimeout } from 'node:timers/promises'
import { expect, test, vi } from 'vitest'
import { cleaningUp } from './cleaning-up.ts'

test('what was begun last is ended first, and the result comes after it', async () => {
  const ended: string[] = []
  const result = await cleaningUp(async (defer) => {
    defer(() => ended.push('folder'))
    defer(() => setTimeout(1).then(() => ended.push('server')))
    return ended.length
  })
  expect([result, ended]).toEqual([0, ['server', 'folder']])
})

test('a failure is told after everything has been ended', async () => {
  const ended: string[] = []
  const failing = cleaningUp(async (defer) => {
    defer(() => ended.push('folder'))
    throw new Error('measured nothing')
  })
  await expect(failing).rejects.toThrow('measured nothing')
  expect(ended).toEqual(['folder'])
})

test('what cannot be cleaned up keeps nothing else from it', async () => {
  const told = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
  const ended: string[] = []
  await cleaningUp(async (defer) => {
    defer(() => ended.push('folder'))
    defer(() => Promise.reject(new Error('no database')))
  })
  expect([ended, told.mock.calls]).toEqual([['folder'], [['left behind: no database\n']]])
  told.mockRestore()
})

const program = `
import { cleaningUp } from ${JSON.stringify(new URL('cleaning-up.ts', import.meta.url).href)}
await cleaningUp((defer) => {
  defer(() => console.log('cleaned up'))
  console.log('measuring')
  return new Promise((resolve) => setTimeout(resolve, 60_000))
})
`

test.each(['SIGINT', 'SIGTERM'] as const)(
  '%s ends the program with 130, and leaves nothing behind',
  async (signal) => {
    const child = spawn(process.execPath, ['--input-type=module', '-e', program])
    const written = text(child.stdout)
    await once(child.stdout, 'data')
    child.kill(signal)
    expect(await once(child, 'close')).toEqual([130, null])
    expect(await written).toBe('measuring\ncleaned up\n')
  },
)
