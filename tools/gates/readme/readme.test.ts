import { existsSync, globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { repository } from '../../src/repository.ts'

const pages = globSync(
  [
    '*.md',
    'docs/**/*.md',
    'spec/*.md',
    'packages/*/*.md',
    'packages/*/docs/*.md',
    'tools/**/*.md',
    'examples/**/*.md',
  ],
  {
    cwd: repository,
    // templates of another workspace have their links there: `gates/adopt` follows them
    exclude: ['**/node_modules/**', '**/CHANGELOG.md', 'tools/workspace/**'],
  },
)

describe.each(pages)('%s', (page) => {
  const text = readFileSync(path.join(repository, page), 'utf8')

  test('links only to what is there', () => {
    const targets = [...text.matchAll(/\]\((?!\w+:|#)([^)#\s]+)[^)]*\)/g)].map(([, target = '']) => target)
    const dead = targets.filter((target) => !existsSync(path.resolve(repository, page, '..', target)))
    expect(dead).toEqual([])
  })

  test('shows its samples as they stand in the files that are run', () => {
    const samples = [...text.matchAll(/<!-- sample: (\S+) -->\n\n```\w+\n(.*?)```/gs)]
    const announced = text.match(/<!-- sample: /g) ?? []
    expect(samples.length, 'after "<!-- sample: file -->" comes an empty line and a fenced block').toBe(
      announced.length,
    )
    for (const [, file = '', shown] of samples) {
      expect(shown, `expected the text of ${file}`).toBe(readFileSync(path.join(repository, file), 'utf8'))
    }
  })
})
