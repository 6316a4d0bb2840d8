import { expect, test } from 'vitest'
import { figuresPage } from './figures-page.ts'

test('the page says of which commit and day the figures are, and what each project took', () => {
  const page = figuresPage(
    {
      result: 'failed',
      seconds: 754.4,
      projects: [{ name: 'client', files: 3, tests: 40, failed: 1, seconds: 12.6 }],
      figures: [{ project: 'client', test: 'size > one operation', figure: 'ESM 3.6 kB | CJS 3.7 kB' }],
    },
    { commit: '89c6a88', isChanged: true, date: new Date('2026-11-29T08:00:00Z') },
  )

  expect(page).toContain('commit 89c6a88 with uncommitted changes, on 2026-11-29')
  expect(page).toContain('failed after 12 min 34 s: 40 tests, 1 failed.')
  expect(page).toContain('| client | 3 | 40 | 1 | 13 |')
  expect(page).toContain('| client | size > one operation | ESM 3.6 kB \\| CJS 3.7 kB |')
})
