import { expect, it } from 'vitest'
import { readForeignDocument } from '../../../test/foreign-documents.ts'
import { generate } from './generate.ts'

const files = await generate(readForeignDocument('library'))

it('a page says before its samples whose token they read', () => {
  const page = files.get('pages/reference/borrowCopy.md')
  expect(page).toContain('## Samples\n\n<!-- part: set-up-reader.md -->\n\n```ts')
  expect(files.get('parts/set-up-reader.md')).toContain(
    'The samples read the token of a reader from `WINDMILL_TOKEN`.\n\n```sh\nexport WINDMILL_TOKEN=…\n```',
  )
})

it('every set-up that a page names is there', () => {
  const named = [...files.values()].flatMap((text) => [...text.matchAll(/<!-- part: (\S+) -->/g)])
  expect(named.length).toBeGreaterThan(0)
  for (const [, part] of named) expect([...files.keys()]).toContain(`parts/${part}`)
})
