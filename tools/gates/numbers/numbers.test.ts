import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { repository } from '../../src/repository.ts'
import { readBundle } from '../bundle.ts'
import { stated, withNumbers } from './stated.ts'

const textOf = (page: string) => readFileSync(path.join(repository, page), 'utf8')
const pages = [...new Set(stated.map(({ page }) => page))]

test.each(pages)('%s states the numbers that the document has', async (page) => {
  await expect(withNumbers(page, textOf(page))).toMatchFileSnapshot(
    path.join(repository, page),
    'Renew the numbers: pnpm vitest run --project tools gates/numbers -u',
  )
})

test('a number of an older document is replaced, and the text around it stays', () => {
  const { length } = readBundle('openapi.json').operations
  expect(
    withNumbers('packages/docs/src/guides/index.md', 'The user API: 7 operations, each with 7 roles.'),
  ).toBe(`The user API: ${length} operations, each with 7 roles.`)
})

test('a page that lost its number says where its line is', () => {
  expect(() => withNumbers('README.md', 'The user API.')).toThrow('tools/gates/numbers/stated.ts')
})

// An archive of the sources has no list of its files.
test.skipIf(!existsSync(path.join(repository, '.git')))(
  'no other file states how many operations the document has',
  () => {
    const { length } = readBundle('openapi.json').operations
    const number = new RegExp(`\\b(?:${length} operations\\b|(?:[Aa]ll|[Tt]he) ${length}\\b)`)
    const files = execFileSync('git', ['ls-files', '*.md', '*.ts', '*.mts', '*.tsx', '*.yaml'], {
      cwd: repository,
      encoding: 'utf8',
    })
    const found = files
      .split('\n')
      .filter((file) => file !== '' && !pages.includes(file) && !isOfItsTime(file))
      .filter((file) => existsSync(path.join(repository, file)) && number.test(textOf(file)))
    expect(found, 'Compute the number, leave it out, or add a line to tools/gates/numbers/stated.ts').toEqual(
      [],
    )
  },
)

/** What was true when it was written stays as it is, and so does what follows a build. */
function isOfItsTime(file: string): boolean {
  return /^\.changeset\/|CHANGELOG\.md$|^docs\/(?:decisions\/|figures\.md|UserApi\.md)/.test(file)
}
