import { expect, test } from 'vitest'
import { pagesOf } from './pages.ts'

test.each([
  ['spec/paths/users_whoami.yaml', ['reference/globalWhoami/']],
  ['spec/paths/workspaces_create.yaml', []],
  ['spec/paths/removed.yaml', []],
  ['spec/components/schemas/User.yaml', []],
  ['packages/docs/src/guides/errors.md', ['errors/']],
  ['packages/docs/src/guides/index.md', ['']],
])('%s shows on %j', (file, pages) => {
  expect(pagesOf([file])).toEqual(pages)
})
