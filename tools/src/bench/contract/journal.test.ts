import { appendFile, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openJournal } from './journal.ts'

let folder: string
let file: string

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'windmill-user-api-journal-'))
  file = path.join(folder, 'journal.jsonl')
})
afterEach(() => rm(folder, { recursive: true }))

const order = { fault: 'shape: whoami leaves out email', seed: 1 }

test('knows in the next run what an order was answered with', () => {
  openJournal(file).keep(order, { verdict: 'named' })

  const journal = openJournal(file)

  expect(journal.find(order)).toEqual({ verdict: 'named' })
  expect(journal.find({ ...order, seed: 2 })).toBeUndefined()
})

test('takes the last of several answers', () => {
  const journal = openJournal(file)
  journal.keep(order, { verdict: 'survived' })
  journal.keep(order, { verdict: 'named' })

  expect(openJournal(file).find(order)).toEqual({ verdict: 'named' })
})

test('forgets stale answers', () => {
  openJournal(file).keep(order, { verdict: 'survived' })

  expect(openJournal(file, () => true).find(order)).toBeUndefined()
})

test('forgets a line that breaks off', async () => {
  openJournal(file).keep(order, { verdict: 'named' })
  await appendFile(file, '{"order":"{\\"fault\\":')

  expect(openJournal(file).find(order)).toEqual({ verdict: 'named' })
})
