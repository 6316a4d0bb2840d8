import { expect, test } from 'vitest'
import { tellMembers, watched } from './watched.ts'

function readsOf(use: (input: { body: { name: string; emails: { text: string }[] } }) => unknown): string[] {
  const read = new Set<string>()
  const input = { body: { name: 'ada', emails: [{ text: 'ada@example.com' }] } }
  use(watched(input, '', (member) => read.add(member)))
  return [...read]
}

test('a member that is read by name is told', () => {
  expect(readsOf(({ body }) => body.name)).toEqual(['body', 'body name'])
  expect(readsOf(({ body: { name } }) => name)).toEqual(['body', 'body name'])
})

test('members of the items of a list are told once for all items', () => {
  expect(readsOf(({ body }) => body.emails.map(({ text }) => text))).toContain('body emails[].text')
})

test('an object that is copied as a whole is told', () => {
  expect(readsOf(({ body }) => ({ ...body }))).toContain('body …')
  expect(readsOf(({ body }) => JSON.stringify(body))).toContain('body …')
})

test('all that is sent is told by its path', () => {
  const sent: string[] = []
  tellMembers([{ name: 'ada', teams: [{ id: 1 }] }], '', (member) => sent.push(member))
  expect(sent).toEqual(['[].name', '[].teams', '[].teams[].id'])
})
