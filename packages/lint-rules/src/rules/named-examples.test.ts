import { expect, test } from 'vitest'
import { documentWith, lintWith } from '../testing/lint.ts'

const lintMedia = (media: string) =>
  lintWith('named-examples', {
    ...documentWith(
      `get:\n  responses:\n    "200":\n      description: text\n      content:\n        text/plain: ${media}`,
    ),
    'components/examples/Shared.yaml': 'summary: Ada asks\nvalue: ada@example.com',
    'components/examples/Silent.yaml': 'value: ada@example.com',
  })

test.each([
  ['in place', '{ examples: { Ada: { summary: Ada asks, value: ada@example.com } } }'],
  ['by reference', '{ examples: { Shared: { $ref: ../components/examples/Shared.yaml } } }'],
])('an example with a summary and a value is fine, %s', async (_case, media) => {
  expect(await lintMedia(media)).toEqual([])
})

test.each([
  ['no example', '{ schema: { type: string } }', 'Found: nothing'],
  ['one without a name', '{ example: ada@example.com }', 'Found: `example`, which has no name'],
  ['none among the examples', '{ examples: {} }', 'Found: nothing'],
])('%s is refused', async (_case, media, found) => {
  const [problem] = await lintMedia(media)
  expect(problem?.message).toContain('This body (text/plain) has no named example')
  expect(problem?.message).toContain(found)
  expect(problem?.at).toBe('paths/operation.yaml#/get/responses/200/content/text~1plain')
})

test.each([
  ['in place', '{ examples: { Silent: { value: ada@example.com } } }'],
  ['by reference', '{ examples: { Silent: { $ref: ../components/examples/Silent.yaml } } }'],
])('an example that does not say what it shows is refused, %s', async (_case, media) => {
  const [problem] = await lintMedia(media)
  expect(problem?.message).toContain('The example Silent does not say what it shows')
})
