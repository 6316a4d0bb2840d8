import { expect, test } from 'vitest'
import { documentedCommands } from './documented.ts'

const wordsOf = (page: string) => documentedCommands(page).map(({ words }) => words.join(' '))

test('commands are found in blocks and in prose, however pnpm is called', () => {
  const page = [
    'Run `pnpm test`, or `npx -y pnpm@12.21.0 dev`.',
    '',
    '```',
    'npx -y pnpm@12.21.0 start',
    '$ pnpm bench build   # measures',
    'pnpm vitest run --project tools     all gates',
    'node packages/sandbox/dist/main.js --help',
    '```',
  ].join('\n')

  expect(wordsOf(page).toSorted()).toEqual(
    [
      'test',
      'dev',
      'start',
      'bench build',
      'vitest run --project tools',
      'exec node packages/sandbox/dist/main.js --help',
    ].toSorted(),
  )
})

test('code of another language and other commands are left alone', () => {
  expect(wordsOf('```ts\npnpm test\n```\n\n`npm install`, `pnpm`, `.pnpmfile.mjs`')).toEqual([])
})

test('the folder or package where pnpm runs a script is kept apart', () => {
  expect(documentedCommands('`pnpm --filter sandbox fuzz --seed 1`')).toEqual([
    {
      words: ['fuzz', '--seed', '1'],
      place: 'sandbox',
      text: 'pnpm --filter sandbox fuzz --seed 1',
    },
  ])
})
