import { expect, test } from 'vitest'
import { type Examination, examine, seedsFrom } from './examine.ts'

const first = Number(process.env['FUZZ_SEED'] ?? 1000)
const count = Number(process.env['FUZZ_COUNT'] ?? 60)

/** So many are compiled together: the compiler has a limit of memory. */
const together = 40

test(`${count} documents that are drawn from ${first} on are right or refused`, {
  timeout: 30 * 60_000,
}, async ({ annotate }) => {
  const parts: Examination[] = []
  for (let seed = first; seed < first + count; seed += together)
    parts.push(await examine(seedsFrom(seed, Math.min(together, first + count - seed))))
  const findings = parts.flatMap((part) => part.findings)
  const operations = parts.reduce((sum, part) => sum + part.operations, 0)
  const refusals = parts.flatMap((part) => part.refusals)
  const counts = ['crash', 'compile', 'request', 'answer'].map(
    (kind) => `${findings.filter((finding) => finding.kind === kind).length} ${kind}`,
  )
  await annotate(
    `${count} documents, ${operations} operations, ${refusals.length} refused: ${counts.join(', ')}`,
    'figure',
  )

  expect(findings).toEqual([])
  for (const { message } of refusals) expect(message).toMatch(/^#\/.*: .*Expected /)
})
