import { XMLValidator } from 'fast-xml-parser'
import { expect, test } from 'vitest'
import { tellOnce } from './tell-once.ts'

const failure = (message: string, text: string) =>
  `<testcase><failure message="${message}">${text}</failure></testcase>`

test('keeps a text in the first case that has it, and every message', () => {
  const xml = `<a>${failure('F1: &gt; one', 'in full')}${failure('F1: two', 'in full')}${failure('F2', 'other')}</a>`
  const told = tellOnce(xml)
  expect(told).toBe(
    `<a>${failure('F1: &gt; one', 'in full')}${failure('F1: two', '')}${failure('F2', 'other')}</a>`,
  )
  expect(XMLValidator.validate(told)).toBe(true)
})

test('leaves failures without a text', () => {
  const xml = '<a><failure message="a"></failure><failure message="a"></failure><failure/></a>'
  expect(tellOnce(xml)).toBe(xml)
})
