import { expect, test } from 'vitest'
import { releaseNotes } from './notes.ts'

const changelog = (entry: string) => `# a package\n\n## 0.2.0\n\n${entry}\n\n## 0.1.0\n\n- old\n`

test('a change of several packages is told once, with their names', () => {
  const changelogs = new Map([
    ['types', changelog('### Minor Changes\n\n- 1a2b3c4: Pets have a colour.')],
    [
      'client',
      changelog(
        '### Minor Changes\n\n- 1a2b3c4: Pets have a colour.\n\n### Patch Changes\n\n- 5d6e7f8: Retries end.\n- Updated dependencies [1a2b3c4]\n  - types@0.2.0',
      ),
    ],
  ])
  expect(releaseNotes(changelogs, '0.2.0')).toBe(
    '- Pets have a colour. (types, client)\n- Retries end. (client)\n',
  )
})

test.each([
  ['after a release', '- Updated dependencies'],
  ['after a prerelease', '- @acme/petstore-types@0.2.0'],
])('a version of neighbours alone has nothing to tell %s', (_, line) => {
  const changelogs = new Map([['types', changelog(`### Patch Changes\n\n${line}\n`)]])
  expect(releaseNotes(changelogs, '0.2.0')).toBe('Nothing changed for users.\n')
})
