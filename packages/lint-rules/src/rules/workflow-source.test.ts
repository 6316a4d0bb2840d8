import { expect, test } from 'vitest'
import { lintWith } from '../testing/lint.ts'
import { loginStep, storyWith } from '../testing/story.ts'

const story = 'workflows/story.arazzo.yaml'

const lintUrl = (url: string) => {
  const { [story]: text = '', ...files } = storyWith([loginStep])
  return lintWith('workflow-source', { [story]: text.replace('../openapi.yaml', url), ...files })
}

test.each(['../openapi.yaml', './../openapi.yaml', 'https://example.com/openapi.yaml'])(
  '%s is fine',
  async (url) => {
    expect(await lintUrl(url)).toEqual([])
  },
)

test('a file that is not there is refused, with the nearest', async () => {
  const [problem, ...others] = await lintUrl('../opanapi.yaml')
  expect(others).toEqual([])
  expect(problem?.message).toContain('The source userApi is no file. Did you mean `../openapi.yaml`?')
  expect(problem?.message).toContain('Right: `url: ../openapi.yaml`. Found: ../opanapi.yaml')
  expect(problem?.at).toBe(`${story}#/sourceDescriptions/0/url`)
})

test('one in a folder that is not there is refused, too', async () => {
  const [problem] = await lintUrl('../api/openapi.yaml')
  expect(problem?.message).toContain('The source userApi is no file. Expected')
})

test('no other rule of workflows complains of what it cannot read', async () => {
  const { [story]: text = '' } = storyWith([loginStep])
  for (const rule of ['workflow-operation', 'workflow-parameters', 'workflow-payload', 'workflow-expression'])
    expect(await lintWith(rule, { [story]: text })).toEqual([])
})
