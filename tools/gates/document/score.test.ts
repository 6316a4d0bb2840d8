import { execFile } from 'node:child_process'
import path from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { repository } from '../../src/repository.ts'

const run = promisify(execFile)

/** What the document is meant to have, of 100. */
const aim = 95

/** How far one more operation may pull it down before somebody has to look. */
const margin = 2

/** What `redocly score` says of a document, as far as it is read here. */
interface Score {
  readonly agentReadiness: number
  readonly discoverability: number
  readonly operationScores: Readonly<Record<string, OperationScore>>
}

interface OperationScore {
  readonly agentReadiness: number
  /** From 0 to 1. */
  readonly subscores: Readonly<Record<string, number>>
}

test('Redocly finds the published document easy to integrate', async ({ annotate }) => {
  const { stdout } = await run(
    'node_modules/.bin/redocly',
    ['score', 'dist/openapi.yaml', '--format', 'json'],
    {
      cwd: path.join(repository, 'spec'),
      env: { ...process.env, REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' },
      maxBuffer: 16 * 1024 * 1024,
    },
  )
  const score: Score = JSON.parse(stdout)
  await annotate(`${score.agentReadiness} and ${score.discoverability} of 100`, 'figure')
  expect(score.agentReadiness, whatCosts(score)).toBeGreaterThanOrEqual(aim - margin)
  expect(score.discoverability, whatCosts(score)).toBeGreaterThanOrEqual(aim - margin)
})

test('an operation that costs points is named, with what it lacks', () => {
  const subscores = { exampleCoverage: 1, constraintClarity: 0, schemaSimplicity: 0.875 }
  const told = whatCosts({
    ...{ agentReadiness: 90, discoverability: 98 },
    operationScores: {
      logout: { agentReadiness: 100, subscores: { exampleCoverage: 1 } },
      login: { agentReadiness: 83.4, subscores },
    },
  })
  expect(told).toContain('\n  login: 83.4, for constraintClarity 0, schemaSimplicity 0.88\n')
})

/** The operations with the fewest points, worst first. */
function whatCosts({ operationScores }: Score): string {
  const worst = Object.entries(operationScores)
    .toSorted(([, one], [, other]) => one.agentReadiness - other.agentReadiness)
    .slice(0, 5)
    .map(([id, { agentReadiness, subscores }]) => `  ${id}: ${agentReadiness}, for ${lost(subscores)}\n`)
  return `These operations of spec/paths cost the most:\n${worst.join('')}For more: pnpm --dir spec exec redocly score dist/openapi.yaml`
}

function lost(subscores: OperationScore['subscores']): string {
  return Object.entries(subscores)
    .filter(([, value]) => value < 1)
    .toSorted(([, one], [, other]) => one - other)
    .map(([name, value]) => `${name} ${Number(value.toFixed(2))}`)
    .join(', ')
}
