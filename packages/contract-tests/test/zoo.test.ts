import { expect, test } from 'vitest'
import { zoo } from './servers/index.ts'
import { consoleLines, expectedOf, foundIn, runOn } from './zoo-findings.ts'

// The whole zoo takes minutes: `zoo.full.test.ts` visits all of it.
test.each(['three-operations', 'answers-200', 'answers-with-web-page'])(
  '%s is told what differs',
  async (name) => {
    const server = zoo.find((each) => each.name === name)
    if (!server) throw new Error(`There is no server "${name}" in the zoo.`)
    const { report, problem } = await runOn(server)
    expect(problem ?? '').toMatch(server.problem ?? /^$/)
    expect(report ? foundIn(report) : []).toEqual(expectedOf(server))
    expect(report?.exitStatus ?? 2).toBe(server.exitStatus)
    if (report) expect(consoleLines(report)).toBeLessThanOrEqual(200)
  },
)
