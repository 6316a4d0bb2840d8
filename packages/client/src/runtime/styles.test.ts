import { expect, test } from 'vitest'
import type { ParameterPlace } from './facts.ts'
import { styled, writeStyledForm } from './styles.ts'

const event = { operation: 'search', method: 'GET', url: '/pets', attempt: 1, call: {} }

function searchOf(parameters: readonly ParameterPlace[], input: Record<string, unknown>): string {
  const facts = { id: 'search', method: 'GET', path: '/pets', responses: {}, parameters }
  return String(styled({ facts, event }, input).path).replace('/pets?', '')
}

test('a parameter that lets reserved characters through does so in its value, and not in its name', () => {
  const where: ParameterPlace = ['where', 'query', 'a&b', 'form*+']
  expect(searchOf([where], { where: 'x/y?%41' })).toBe('a%26b=x/y?%41')
  expect(searchOf([where], { where: ['x/', 'y'] })).toBe('a%26b=x/&a%26b=y')
  expect(searchOf([where], { where: { 'c&d': '/' } })).toBe('c%26d=/')
})

test('so does a member of a form', () => {
  expect(writeStyledForm({ 'a&b': 'form*+' })({ 'a&b': 'x/y' })).toBe('a%26b=x/y')
})
