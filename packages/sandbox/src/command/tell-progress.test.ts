import { expect, test } from 'vitest'
import { tellProgress } from './tell-progress.ts'

function telling(total = 1_000) {
  const lines: string[] = []
  let now = 0
  const tell = tellProgress(
    () => now,
    (text) => lines.push(text),
  )
  const at = (milliseconds: number, hashed: number) => {
    now = milliseconds
    tell({ hashed, total })
  }
  return { at, lines }
}

test('says nothing of what takes less than a second', () => {
  const { at, lines } = telling()
  at(500, 400)
  at(999, 1_000)
  expect(lines).toEqual([])
})

test('tells once a second how far it is', () => {
  const { at, lines } = telling()
  for (const milliseconds of [500, 1_000, 1_500, 2_000]) at(milliseconds, milliseconds / 10)
  expect(lines).toEqual([
    expect.stringContaining('passwords of the seed: 100 of 1000.'),
    expect.stringContaining('passwords of the seed: 200 of 1000.'),
  ])
})

test('says nothing of a small seed, however busy the machine is', () => {
  const { at, lines } = telling(4)
  at(60_000, 1)
  expect(lines).toEqual([])
})
