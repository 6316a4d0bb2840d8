import { expect, test } from 'vitest'
import { judgeClient } from './judge-client.ts'

const found = { result: '200', shape: '{ name: string }', value: { name: 'Ada' } }

test('a call that ends as before is no reason', () => {
  expect(judgeClient('msw', { 'whois 200': found }, { 'whois 200': { ...found } })).toEqual([])
})

test('a call that fails breaks its caller', () => {
  const after = { whois: { result: 'undeclared-status 500', shape: 'string' } }
  expect(judgeClient('sandbox', { whois: { result: '200', shape: 'string' } }, after)).toEqual([
    {
      impact: 'major',
      package: 'sandbox',
      what: 'gives the client of the last release "undeclared-status 500" instead of "200"',
      place: 'whois, called by the client of the last release',
    },
  ])
})

test('a body of another shape breaks its reader', () => {
  const after = { 'whois 200': { ...found, shape: '{ name: null }', value: { name: null } } }
  expect(judgeClient('msw', { 'whois 200': found }, after)).toMatchObject([
    { impact: 'major', what: expect.stringContaining('{ name: null } instead of { name: string }') },
  ])
})

test('another value of the same shape is a patch', () => {
  const after = { 'whois 200': { ...found, value: { name: 'Grace' } } }
  expect(judgeClient('msw', { 'whois 200': found }, after)).toMatchObject([{ impact: 'patch' }])
})
