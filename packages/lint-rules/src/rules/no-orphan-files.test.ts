import { expect, test } from 'vitest'
import { documentWith, lintWith } from '../testing/lint.ts'

const document = {
  ...documentWith('get:\n  responses:\n    "200": { $ref: ../components/responses/Some.yaml }'),
  'components/responses/Some.yaml': 'description: some',
}

test('a document whose files are all reached is fine', async () => {
  expect(await lintWith('no-orphan-files', document)).toEqual([])
})

test.each(['components/schemas/Lost.yaml', 'paths/lost.yaml'])(
  '%s that nothing refers to is named',
  async (file) => {
    const [problem, ...others] = await lintWith('no-orphan-files', { ...document, [file]: 'type: string' })
    expect(others).toEqual([])
    expect(problem?.message).toContain(`Nothing refers to the file ${file}`)
  },
)

test('files of other folders are none of its business', async () => {
  expect(await lintWith('no-orphan-files', { ...document, 'workflows/story.yaml': 'x: y' })).toEqual([])
})
