import { expect, test } from 'vitest'
import type { FinishedCheck } from '../findings/outcome.ts'
import { createProgress } from './progress.ts'

const check: FinishedCheck = {
  operation: 'whoami',
  check: { rule: 'valid-call', title: 'returns 200' },
  outcome: { kind: 'passed' },
  milliseconds: 5,
  done: 7,
  total: 612,
}

/** Shows one check at each of these times, in milliseconds after the start, and gives what was written. */
function showAt(times: readonly number[], isCapable: boolean, columns = 80): string {
  let now = 0
  let written = ''
  const progress = createProgress(
    { columns, write: (text) => (written += text) },
    { clock: () => now, isCapable },
  )
  for (const time of times) {
    now = time
    progress.show(check)
  }
  progress.clear()
  // The report has been written by then.
  progress.clear()
  return written
}

test('says nothing about a run that is over within a second', () => {
  expect(showAt([100, 900], true)).toBe('')
})

test('writes over one line on a terminal, and removes it at the end', () => {
  expect(showAt([1_200, 1_250, 1_400], true)).toBe(
    '\r\u001B[2K7 of 612 checks, whoami\r\u001B[2K7 of 612 checks, whoami\r\u001B[2K',
  )
})

test('writes a line now and then into a log', () => {
  expect(showAt([1_200, 5_100, 6_000, 10_200], false)).toBe(
    '7 of 612 checks, whoami\n7 of 612 checks, whoami\n',
  )
})

test('fits its line into a narrow terminal', () => {
  expect(showAt([1_200], true, 20)).toBe('\r\u001B[2K7 of 612 checks, w…\r\u001B[2K')
})
