import { expect, test } from 'vitest'
import { claimedLevel } from './notes.ts'

const note = (level: string) => `---\n'@windmill-user-api/client': ${level}\n---\n\nSomething changed.\n`

test('of the new notes the highest level counts', () => {
  const notes = new Map([
    ['one.md', note('patch')],
    ['two.md', note('minor')],
  ])
  expect(claimedLevel(notes, new Map())).toBe('minor')
})

test('a note that the base has already claims nothing for this change', () => {
  const before = new Map([['one.md', note('minor')]])
  expect(claimedLevel(before, before)).toBeUndefined()
  expect(claimedLevel(new Map([...before, ['two.md', note('patch')]]), before)).toBe('patch')
})

test('a note without packages is read, and claims nothing', () => {
  expect(claimedLevel(new Map([['empty.md', '---\n---\n']]), new Map())).toBeUndefined()
})
