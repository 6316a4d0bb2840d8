import { afterAll, beforeAll, expect, test } from 'vitest'
import { type CheckoutCopy, createCheckoutCopy } from './checkout-copy.ts'

/** Only these show descriptions: they are generated again when one is edited, and nothing else is. */
const showsDescriptions = ['client', 'docs', 'msw', 'react-query', 'types']

let copy: CheckoutCopy

beforeAll(async () => {
  copy = await createCheckoutCopy()
})

afterAll(() => copy.remove())

test('the document is bundled to the same bytes each time', async () => {
  const before = await copy.hashes('generate')
  await bundle()
  expect(changes(before, await copy.hashes('generate'))).toEqual([])
})

test('an edited description changes what shows descriptions, and nothing else', async () => {
  const before = await copy.hashes('bundle', 'generate')
  await copy.edit('spec/paths/users_whoami.yaml', (text) =>
    text.replace('description: |\n', 'description: |\n    Edited.\n'),
  )
  await bundle()
  expect(changes(before, await copy.hashes('bundle', 'generate'))).toEqual(
    ['openapi#bundle', 'openapi#lint', ...showsDescriptions.map((name) => `${name}#generate`)].sort(),
  )
})

test('what is built from the changed files is built again, and nothing else', async () => {
  const before = await copy.hashes('build')
  for (const name of showsDescriptions) await copy.run(`packages/${name}`, 'pnpm', 'run', 'generate')
  expect(changes(before, await copy.hashes('build'))).toEqual([
    'client#build',
    'docs#build',
    'msw#build',
    'react-query#build',
  ])
})

test('an edited limit changes what checks it', async () => {
  const before = await copy.hashes('generate')
  await copy.edit('spec/components/schemas/Username.yaml', (text) =>
    text.replace('maxLength: 50', 'maxLength: 51'),
  )
  await bundle()
  expect(changes(before, await copy.hashes('generate'))).toEqual(
    expect.arrayContaining(['contract-tests#generate', 'sandbox#generate', 'docs#generate']),
  )
})

async function bundle(): Promise<void> {
  await copy.run('spec', 'pnpm', 'run', 'bundle')
}

function changes(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): string[] {
  const changed = [...after].filter(([task, hash]) => before.get(task) !== hash)
  return changed.map(([task]) => task.replace('@windmill-user-api/', '')).sort()
}
