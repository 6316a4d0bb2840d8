import { describe, expect, it } from 'vitest'
import { blocks, code, codeBlock, either, frontMatter, list, section, sentence, table } from './markdown.ts'
import { anchor } from './site.ts'

describe('blocks of Markdown', () => {
  it('stand apart by one empty line, without empty ones', () => {
    expect(blocks('a\n', '', '  ', 'b')).toBe('a\n\nb')
  })

  it('have no heading without a body', () => {
    expect(section('## Nothing', '')).toBe('')
    expect(section('## Something', 'here')).toBe('## Something\n\nhere')
  })
})

describe('a table', () => {
  it('keeps each cell on one line, and its bars out of the way', () => {
    expect(table(['A', 'B'], [['x | y', 'one\n  two']])).toBe(
      '| A | B |\n| --- | --- |\n| x \\| y | one two |',
    )
  })

  it('is nothing without rows', () => {
    expect(table(['A'], [])).toBe('')
  })
})

it('keeps a list item on one line', () => {
  expect(list(['one\n  two', 'three'])).toBe('- one two\n- three')
})

describe('code', () => {
  it.each([
    ['plain', '`plain`'],
    ['a `tick` inside', '``a `tick` inside``'],
    ['`at the edge', '`` `at the edge ``'],
  ])('%s is fenced as %s', (text, expected) => {
    expect(code(text)).toBe(expected)
  })

  it('in a block survives a fence of its own', () => {
    expect(codeBlock('md', '```ts\n1\n```\n')).toBe('````md\n```ts\n1\n```\n````')
  })
})

it('joins alternatives as a sentence does', () => {
  expect([either([]), either(['a']), either(['a', 'b']), either(['a', 'b', 'c'], 'and')]).toEqual([
    '',
    'a',
    'a or b',
    'a, b and c',
  ])
})

it('ends a sentence once', () => {
  expect(['one', 'two.', 'three?', '', 'a `b`'].map(sentence)).toEqual([
    'one.',
    'two.',
    'three?',
    '',
    'a `b`.',
  ])
})

it('writes front matter that YAML reads as it is', () => {
  expect(frontMatter({ title: 'It: "works"', none: undefined })).toContain('\ntitle: "It: \\"works\\""\n---')
})

it('makes the id that a heading gets', () => {
  expect(['Login (schema)', 'Sort-by, or not?', 'User'].map(anchor)).toEqual([
    'login-schema',
    'sort-by-or-not',
    'user',
  ])
})
