import { readdir, readFile } from 'node:fs/promises'
import { getPriority } from 'node:os'
import { argon2Verify } from 'hash-wasm'
import { expect, test } from 'vitest'
import { argon2 } from './argon2.ts'
import { nativeArgon2, nativeArgon2OfThisThread } from './native.ts'
import { formatPhc, parsePhc } from './phc.ts'
import { argon2OfThisThread } from './this-thread.ts'
import { argon2OfWorkers } from './workers.ts'

const input = {
  variant: 'argon2id',
  password: 'pässword 🔑',
  salt: Uint8Array.from({ length: 16 }, (_, index) => index * 15),
  memory: 4096,
  passes: 3,
  parallelism: 1,
  tagLength: 32,
} as const

const worker = new URL('./worker.ts', import.meta.url)

test.each([
  ['Node itself', nativeArgon2()],
  ['a thread of Node itself', nativeArgon2OfThisThread()],
  ['a worker', argon2OfWorkers(refuse, worker)],
  ['what a bundled program has, without a file for the worker', argon2OfWorkers(argon2OfThisThread)],
  ['the queue before them', argon2],
])('%s computes what this thread does', async (_by, compute) => {
  expect(Buffer.from((await compute?.(input)) ?? [])).toEqual(Buffer.from(await argon2OfThisThread(input)))
})

async function refuse(): Promise<never> {
  throw new Error('expected the worker to compute')
}

test.runIf(process.platform === 'linux')('a worker gives way to the event loop', async () => {
  const priority = getPriority()
  await argon2OfWorkers(refuse, worker)?.(input)
  expect(await prioritiesOfThreads()).toContain(5)
  expect(getPriority()).toBe(priority)
})

/** Of this process, from the 19th field of each (proc(5)). */
async function prioritiesOfThreads(): Promise<number[]> {
  const threads = await readdir('/proc/self/task')
  const lines = await Promise.all(threads.map((thread) => readFile(`/proc/self/task/${thread}/stat`, 'utf8')))
  return lines.map((line) => Number(line.split(') ').at(-1)?.split(' ')[16]))
}

test('a PHC string can be read by others, and again', async () => {
  const tag = await argon2(input)
  const text = formatPhc(input, tag)
  expect(await argon2Verify({ password: input.password, hash: text })).toBe(true)
  const { password: _password, tagLength: _tagLength, ...parameters } = input
  expect(parsePhc(text)).toEqual({ ...parameters, tag: new Uint8Array(tag) })
})

test.each(['', 'changeme', '$2b$10$abcdefghijklmnopqrstuv', '$argon2id$v=16$m=8,t=1,p=1$c2FsdHNhbHQ$AAAA'])(
  'what is no such hash is refused and not repeated: %s',
  (text) => {
    expect(() => parsePhc(text)).toThrow('a password hash in the database is not a PHC string of Argon2')
  },
)

test('the event loop turns while a tag is computed', async () => {
  let turns = 0
  const turning = setInterval(() => (turns += 1), 0)
  await Promise.all(Array.from({ length: 8 }, () => argon2(input)))
  clearInterval(turning)
  expect(turns).toBeGreaterThan(2)
})
