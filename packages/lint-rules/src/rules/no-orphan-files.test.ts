import { expect, test } from 'vitest'
import { documentWith, lintWith } from '../testing/lint.ts'

const document = {
  ...documentWith('get:\n  responses:\n    "200": { $ref: ../components/responses/Some.yaml }'),
  'components/responses/Some.yaml': 'description: some',
}

test('a document whose files are all reached is fine', async () => {
  expect(await lintWith('no-orphan-files', document)).toEqual([])
})

test.each(['components/schemas/Lost.yaml', 'components/pathItems/Lost.yaml', 'paths/lost.yaml'])(
  '%s that nothing refers to is named, at its own first line',
  async (file) => {
    const [problem, ...others] = await lintWith('no-orphan-files', { ...document, [file]: 'type: string' })
    expect(others).toEqual([])
    expect(problem?.message).toContain(`Nothing refers to the file ${file}`)
    expect(problem?.at).toBe(`${file}#/`)
  },
)

test.each([
  ['users_tokens_count.yaml', '/users/tokens/count'],
  ['users_tokens_delete_{token_prefix}.yaml', '/users/tokens/delete/{token_prefix}'],
])('for the path file %s the message has the lines to add', async (name, url) => {
  const [problem] = await lintWith('no-orphan-files', { ...document, [`paths/${name}`]: 'get: {}' })
  expect(problem?.message).toContain('Expected: its URL under `paths` in openapi.yaml')
  expect(problem?.message).toContain(`\n    ${url}:\n      $ref: paths/${name}\n`)
})

test('what only an orphan refers to is not reported beside it', async () => {
  const problems = await lintWith('no-orphan-files', {
    ...document,
    'paths/lost.yaml': 'get: { responses: { "200": { $ref: ../components/responses/Lost.yaml } } }',
    'components/responses/Lost.yaml': 'description: lost',
  })
  expect(problems.map(({ at }) => at)).toEqual(['paths/lost.yaml#/'])
})

test('of orphans in a circle, one is reported', async () => {
  const problems = await lintWith('no-orphan-files', {
    ...document,
    'components/schemas/One.yaml': 'properties: { other: { $ref: Other.yaml } }',
    'components/schemas/Other.yaml': 'properties: { one: { $ref: One.yaml } }',
  })
  expect(problems.map(({ at }) => at)).toEqual(['components/schemas/One.yaml#/'])
})

test('files of other folders are none of its business', async () => {
  expect(await lintWith('no-orphan-files', { ...document, 'workflows/story.yaml': 'x: y' })).toEqual([])
})

test('a file that holds nothing but a reference is reached on the way', async () => {
  const problems = await lintWith('no-orphan-files', {
    ...documentWith('get:\n  responses:\n    "200": { $ref: ../components/responses/One.yaml }'),
    'components/responses/One.yaml': '$ref: Two.yaml',
    'components/responses/Two.yaml': '$ref: Three.yaml',
    'components/responses/Three.yaml': 'description: some',
  })
  expect(problems).toEqual([])
})
