import { expect, test } from 'vitest'
import { withAbsoluteLinks } from './absolute-links.ts'

const origin = { url: 'git+https://git.example.com/acme/petstore.git', directory: 'packages/mocks' }
const absolute = (text: string) => withAbsoluteLinks(text, origin, '@acme/petstore-mocks@1.2.0')

test('a link to a file leads to the repository, as it was at the release', () => {
  expect(absolute('See [the model](docs/model.md#pets "Pets").')).toBe(
    'See [the model](https://git.example.com/acme/petstore/blob/@acme/petstore-mocks@1.2.0/packages/mocks/docs/model.md#pets "Pets").',
  )
})

test('a link out of the package is resolved from its folder', () => {
  expect(absolute('[why](../../docs/README.md)')).toContain('@1.2.0/docs/README.md)')
})

test('the label of a link may be code', () => {
  expect(absolute('In [`model.md`](docs/model.md).')).toContain('[`model.md`](https://git.example.com/')
})

test('an image is taken as it is, not as the page that shows it', () => {
  expect(absolute('![shapes](shapes.svg)')).toContain('/acme/petstore/raw/')
})

test('links that work anywhere, and code, stay as they are', () => {
  const text = 'See [it](https://example.com), [below](#use).\n\n```ts\ncalls[0](first)\n```\n\n`list[0](x)`'
  expect(absolute(text)).toBe(text)
})
