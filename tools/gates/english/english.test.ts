import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { repository } from '../../src/repository.ts'
import { findProblems } from './find-problems.ts'
import { textsOfYaml } from './read-texts.ts'
import { unfinished } from './unfinished.ts'
import { wordings } from './wordings.ts'

const files = [
  'README.md',
  'CONTRIBUTING.md',
  'SECURITY.md',
  'SUPPORT.md',
  'spec/*.md',
  'spec/openapi.yaml',
  'spec/{components,paths,workflows}/**/*.yaml',
  'packages/*/README.md',
  'packages/docs/src/guides/*.md',
  'packages/sandbox/docs/{browser,windmill-*}.md',
]
const whatToDo = 'Write these sentences in another way: tools/gates/english/README.md.'
const strikeIt = 'Nothing is left to rewrite here: strike the file from unfinished.ts.'

describe('the lint of our English', () => {
  test.each(wordings)('finds "$example"', async ({ example, write }) => {
    expect(await findProblems(example)).toEqual([
      { line: 1, message: expect.stringContaining(`Write ${write}`) },
    ])
  })

  test('finds a sentence of more than 25 words, and not one of 25', async () => {
    const words = Array.from({ length: 24 }, (_each, index) => `word${index}`)
    expect(await findProblems(`Some ${words.join(' ')}.`)).toEqual([])
    expect(await findProblems(`Some more ${words.join(' ')}.`)).toEqual([
      { line: 1, message: expect.stringMatching(/^26 words\. Write at most 25: Some more/) },
    ])
  })

  test('reads each cell of a table, and neither code nor its language', async () => {
    const table = '| A | B |\n| --- | --- |\n| It ends at once. | `at once` |\n\n```ts\n// at once\n```\n'
    expect(await findProblems(table)).toMatchObject([{ line: 3 }])
  })

  test('reads the texts of a YAML file, with their lines', () => {
    const yaml =
      'type: object\nproperties:\n  summary:\n    type: string\n    description: A text.\ndescription: |\n  More.\n'
    expect(textsOfYaml(yaml)).toEqual([
      { line: 5, text: 'A text.' },
      { line: 6, text: 'More.\n' },
    ])
  })
})

describe('no reader stumbles over a sentence of', () => {
  test.each(globSync(files, { cwd: repository }).toSorted())('%s', async (file) => {
    const source = readFileSync(path.join(repository, file), 'utf8')
    const texts = file.endsWith('.md') ? [{ line: 1, text: source }] : textsOfYaml(source)
    const problems = await Promise.all(
      texts.map(async ({ line, text }) =>
        (await findProblems(text)).map((problem) => `${line + problem.line - 1}: ${problem.message}`),
      ),
    )
    if (unfinished.includes(file)) expect(problems.flat(), strikeIt).not.toEqual([])
    else expect(problems.flat(), whatToDo).toEqual([])
  })
})
