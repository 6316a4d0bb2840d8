import { afterEach, expect, test } from 'vitest'
import { contractOf } from './contract-of.ts'
import { listenForContracts } from './registrar.ts'

const facts = {
  operation: {
    id: 'whoami',
    method: 'GET',
    path: '/whoami',
    requestMediaType: undefined,
    statuses: ['200'],
    idempotent: false,
    internal: false,
  },
  caller: 'user',
  scheme: undefined,
  setup: { prepare: async () => ({}) },
} as const

afterEach(() => {
  listenForContracts(undefined)
})

test('collects checks in their order, and runs none', () => {
  const ran: string[] = []
  const { checks, operation } = contractOf(facts, (check) => {
    check('valid-call', 'returns 200', async () => void ran.push('first'))
    check('credentials-missing', 'returns 401', async () => void ran.push('second'))
  })
  expect(operation.id).toBe('whoami')
  expect(checks.map(({ rule, title }) => [rule, title])).toEqual([
    ['valid-call', 'returns 200'],
    ['credentials-missing', 'returns 401'],
  ])
  expect(ran).toEqual([])
})

test('announces contracts to a listening test runner', () => {
  const heard: string[] = []
  listenForContracts(({ operation }) => heard.push(operation.id))
  contractOf(facts, () => {})
  expect(heard).toEqual(['whoami'])
})
