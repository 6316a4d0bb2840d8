import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { readDeviations, writeDeviations } from '../src/findings/deviations-file.ts'
import { zoo } from './servers/index.ts'
import { consoleLines, expectedOf, foundIn, runOn } from './zoo-findings.ts'

describe.each(zoo)('$name', (server) => {
  test('gets every difference as one finding, and nothing else', { timeout: 300_000 }, async () => {
    const { report, problem } = await runOn(server)
    if (server.problem) {
      expect(problem).toMatch(server.problem)
      return
    }
    if (!report) throw new Error(problem)
    expect(foundIn(report)).toEqual(expectedOf(server))
    expect(report.exitStatus).toBe(server.exitStatus)
    expect(consoleLines(report)).toBeLessThanOrEqual(200)
    if (!server.keeps && server.exitStatus !== 2) expect(report.left).toEqual([])
  })
})

test('the deviations of a server are the same for every seed, and a run with them is green', {
  timeout: 600_000,
}, async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'contract-zoo-'))
  const server = zoo.find(({ name }) => name === 'different')
  if (!server) throw new Error('The zoo has no server "different".')
  const written: string[] = []
  for (const seed of [1, 2, 3]) {
    const { report } = await runOn(server, { seed })
    if (!report) throw new Error('The run could not begin.')
    const file = path.join(folder, `${seed}.yaml`)
    writeDeviations(file, report)
    written.push(readFileSync(file, 'utf8').replace(/^#.*\n/gm, ''))
  }
  expect(new Set(written).size).toBe(1)
  const deviations = readDeviations(path.join(folder, '1.yaml'))
  const { report } = await runOn(server, { seed: 4, deviations })
  rmSync(folder, { recursive: true })
  expect(report?.findings.filter(({ status }) => status === 'new')).toEqual([])
  expect(report).toMatchObject({ exitStatus: 0, stale: [], shortfalls: [] })
})
