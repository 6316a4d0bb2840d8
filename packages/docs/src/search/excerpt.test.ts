import { expect, it } from 'vitest'
import { excerptOf } from './excerpt.ts'

it('marks the words that were searched', () => {
  expect(excerptOf('Lists the pets of a shop', ['pets'])).toEqual([
    { text: 'Lists the ', isMarked: false },
    { text: 'pets', isMarked: true },
    { text: ' of a shop', isMarked: false },
  ])
})

it('begins near the first of them', () => {
  const text = `${'before '.repeat(100)}pets ${'after '.repeat(100)}`
  const excerpt = excerptOf(text, ['pets'])
    .map((piece) => piece.text)
    .join('')
  expect(excerpt).toMatch(/^… before .* pets after .* …$/)
  expect(excerpt.length).toBeLessThan(200)
})

it('is the beginning of a text that has none of them', () => {
  expect(excerptOf('Lists pets', ['dog'])).toEqual([{ text: 'Lists pets', isMarked: false }])
})
