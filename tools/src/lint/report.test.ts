import { expect, test } from 'vitest'
import type { Problem } from './problem.ts'
import { asSarif, asText } from './report.ts'

const problem: Problem = {
  file: 'paths/users_{id}.yaml',
  line: 12,
  column: 5,
  rule: 'struct',
  severity: 'error',
  message: 'OpenAPI has no member `summery` here.',
}

test('a mistake is one line that begins with its place, and a warning says so', () => {
  expect(asText([problem, { ...problem, severity: 'warning' }], 'spec')).toBe(
    'spec/paths/users_{id}.yaml:12:5 struct: OpenAPI has no member `summery` here.\n' +
      'spec/paths/users_{id}.yaml:12:5 struct (warning): OpenAPI has no member `summery` here.\n',
  )
})

test('code scanning gets the same', () => {
  const { version, runs } = JSON.parse(asSarif([problem], 'spec'))
  expect(version).toBe('2.1.0')
  expect(runs).toMatchObject([
    {
      tool: { driver: { rules: [{ id: 'struct' }] } },
      results: [
        {
          ruleId: 'struct',
          level: 'error',
          locations: [
            {
              physicalLocation: {
                artifactLocation: { uri: 'spec/paths/users_%7Bid%7D.yaml' },
                region: { startLine: 12, startColumn: 5 },
              },
            },
          ],
        },
      ],
    },
  ])
})
