import { expect, test } from 'vitest'
import { runContract } from '../../../src/index.ts'
import { createServer } from './create-server.ts'

// About 2,400 checks over a port, in 20 seconds: too many for the short tier.
test('an implementation that shares no code with the sandbox keeps the contract', async () => {
  const { close, ...server } = await createServer()
  const report = await runContract({ ...server, internal: true })
  await close()
  expect(report.findings).toEqual([])
  expect(report.notApplicable).toEqual([])
  expect(report.left).toEqual([])
}, 120_000)
