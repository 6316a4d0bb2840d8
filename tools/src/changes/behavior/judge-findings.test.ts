import { expect, test } from 'vitest'
import type { Finding } from './hold-to-contract.ts'
import { judgeNewSuite, judgeOldSuite } from './judge-findings.ts'

const finding = (severity: Finding['severity']): Finding => ({
  severity,
  title: 'responds with 200 instead of 404',
  operations: ['whois'],
  rule: 'unknown-member',
})

test('a new sandbox that breaks the last contract breaks its callers', () => {
  expect(judgeOldSuite([finding('client')])).toMatchObject([
    { impact: 'major', what: expect.stringContaining('whois: responds with 200 instead of 404') },
  ])
})

test('another message breaks nobody', () => {
  expect(judgeOldSuite([finding('wording')])).toMatchObject([{ impact: 'patch' }])
})

test('what the last sandbox does not pass is mended by this release', () => {
  expect(judgeNewSuite([finding('data')])).toMatchObject([{ impact: 'patch', package: 'contract-tests' }])
})
