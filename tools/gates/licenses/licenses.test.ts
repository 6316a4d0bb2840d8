import path from 'node:path'
import { expect, test } from 'vitest'
import { markdownTable } from '../../src/bench/markdown-table.ts'
import { repository } from '../../src/repository.ts'
import { listShipped, type Shipped } from './shipped.ts'

/** Anyone may use code under these with ours, for any purpose, if the notice stays. */
const allowed = [
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BlueOak-1.0.0',
  'CC0-1.0',
  'ISC',
  'MIT',
  'Unlicense',
]

/** One of those that an expression gives to choose from is enough. */
function isAllowed({ license }: Shipped): boolean {
  const choices = license.replaceAll(/[()]/g, '').split(' OR ')
  return choices.some((choice) => choice.split(' AND ').every((one) => allowed.includes(one)))
}

const shipped = listShipped()

test('every package that an installation brings along may be used by anyone', () => {
  expect(shipped.length).toBeGreaterThan(10)
  expect(shipped.filter((one) => !isAllowed(one))).toEqual([])
})

test('a licence that asks for more is found', () => {
  expect(isAllowed({ name: 'a', version: '1.0.0', license: 'GPL-3.0-only' })).toBe(false)
  expect(isAllowed({ name: 'a', version: '1.0.0', license: '(MIT AND CC-BY-4.0)' })).toBe(false)
  expect(isAllowed({ name: 'a', version: '1.0.0', license: '(GPL-3.0-only OR MIT)' })).toBe(true)
})

test('docs/licenses.md lists them', async () => {
  const rows = shipped.map(({ name, license }): [string, string] => [name, license])
  const unique = [...new Map(rows)]
  await expect(
    `# Licences of what is shipped

Packages of others that an installation of the published packages brings along, or whose code they copy. The packages themselves are
Apache-2.0. Copied code has its licence in \`third-party/\` of the tarball. \`pnpm vitest run --project tools licenses -u\` writes this page.

${markdownTable(['package', 'licence'], unique)}`,
  ).toMatchFileSnapshot(
    path.join(repository, 'docs/licenses.md'),
    'Renew the list: pnpm vitest run --project tools licenses -u',
  )
})
