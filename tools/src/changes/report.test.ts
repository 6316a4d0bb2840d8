import { expect, test } from 'vitest'
import { holdTo, judge } from './policy.ts'
import type { Reason } from './reason.ts'
import { inMarkdown } from './report.ts'

const reasons: readonly Reason[] = [
  {
    impact: 'major',
    package: 'openapi',
    what: '`x-role` "member" → "user"',
    place: 'spec/paths/users_whoami.yaml:3',
  },
  {
    impact: 'patch',
    package: 'client',
    what: 'dist/index.js: other contents',
    place: 'client: dist/index.js',
  },
]
const judged = judge(reasons, '0.3.2')
const sizes = [{ name: 'client', before: 100, after: 90 }]

test('it tells the level, and each reason with its place', () => {
  const text = inMarkdown({ since: 'v0.3.2', judged, sizes, verdict: holdTo('minor', 'minor') })
  expect(text).toContain('## This needs a minor release')
  expect(text).toContain(
    '### Why minor\n\n- openapi: `x-role` "member" → "user" (spec/paths/users_whoami.yaml:3)',
  )
  expect(text).toContain('| client | 100 | 90 | -10 |')
})

test('where the changesets claim less, it shows one that is enough', () => {
  const text = inMarkdown({ since: 'v0.3.2', judged, sizes, verdict: holdTo('minor', 'patch') })
  expect(text).toContain('The changesets claim patch, which is too little.')
  expect(text).toContain("---\n'@windmill-user-api/openapi': minor\n---")
})

test('where nothing changed, nothing is asked for', () => {
  expect(inMarkdown({ since: 'v0.3.2', judged: [], sizes: [], verdict: holdTo(undefined, undefined) })).toBe(
    '## No release is needed\n\nCompared with v0.3.2. The changesets claim nothing.\n',
  )
})
