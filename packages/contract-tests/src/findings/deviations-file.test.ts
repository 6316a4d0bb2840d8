import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { cleanReport, violation } from '../../test/report.ts'
import { SetupProblem } from '../errors.ts'
import { readDeviations, writeDeviations } from './deviations-file.ts'

let file: string

beforeAll(() => {
  file = path.join(mkdtempSync(path.join(tmpdir(), 'contract-deviations-')), 'deviations.yaml')
})

afterAll(() => rmSync(path.dirname(file), { recursive: true }))

test('what a run has found can be written, and read again', () => {
  const known = { ...violation, rule: 'order', reason: 'Fixed in the next release.' } as const
  writeDeviations(file, { ...cleanReport, violations: [violation, violation], known: [known] })
  expect(readDeviations(file)).toEqual([
    { operation: 'createUser', rule: 'order', reason: 'Fixed in the next release.' },
    {
      operation: 'createUser',
      rule: 'role-refused',
      reason: 'Found on 2026-11-23: expected status 403, came status 201.',
    },
  ])
})

test('nothing found is an empty list', () => {
  writeDeviations(file, cleanReport)
  expect(readDeviations(file)).toEqual([])
})

test.each([
  ['deviations:\n  - operation: whoami\n    rule: order\n', /:2: deviations\.0: .*reason/],
  [
    'deviations:\n  - operation: nobody\n    rule: order\n    reason: x\n',
    /:2: no operation is called "nobody"/,
  ],
  ['deviations:\n  - operation: whoami\n    rule: ordr\n    reason: x\n', /:3: no rule is called "ordr"/],
  [
    'deviations:\n  - { operation: whoami, rule: order, reason: x, until: soon }\n',
    /:2: deviations\.0\.until: .*came "soon"\. Such as: "1\.4\.0"/,
  ],
  ['- operation: whoami\n', /:1: the file: .*object/],
])('refuses %j with its line', (text, message) => {
  writeFileSync(file, text)
  expect(() => readDeviations(file)).toThrow(SetupProblem)
  expect(() => readDeviations(file)).toThrow(message)
})
