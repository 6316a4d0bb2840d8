import { mkdtemp, realpath, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { interruptible } from '../../interrupted.ts'
import type { Content } from '../../packages/read-tarball.ts'
import type { Reason } from '../reason.ts'
import { holdToContract } from './hold-to-contract.ts'
import { installPacked } from './install-packed.ts'
import { judgeNewSuite, judgeOldSuite } from './judge-findings.ts'
import { comparePreviousClient } from './previous-client.ts'

type Release = ReadonlyMap<string, Content>

/**
 * Runs the contract tests of each release against the sandbox of the other, and the last client with the new sandbox and mocks. Ctrl-C ends all of it, and leaves no
 * folder.
 */
export function compareBehavior(
  before: Release,
  after: Release,
  say: (line: string) => void,
): Promise<readonly Reason[]> {
  return interruptible((signal) => compare({ before, after, say, signal }))
}

interface Comparison {
  readonly before: Release
  readonly after: Release
  readonly say: (line: string) => void
  readonly signal: AbortSignal
}

async function compare({ before, after, say, signal }: Comparison): Promise<readonly Reason[]> {
  const folder = await realpath(await mkdtemp(path.join(tmpdir(), 'behavior-')))
  const install = (name: string, release: Release) =>
    installPacked(path.join(folder, release === before ? 'before' : 'after'), name, release)
  try {
    say('contract tests of the last release, new sandbox …')
    const old = await holdToContract(
      await install('contract-tests', before),
      await install('sandbox', after),
      { report: path.join(folder, 'old.json'), signal },
    )
    say('new contract tests, sandbox of the last release …')
    const current = await holdToContract(
      await install('contract-tests', after),
      await install('sandbox', before),
      { report: path.join(folder, 'new.json'), signal },
    )
    say('client of the last release, new sandbox and mocks …')
    const called = await comparePreviousClient({ before, after, folder, signal })
    return [...judgeOldSuite(old), ...judgeNewSuite(current), ...called]
  } finally {
    await rm(folder, { recursive: true })
  }
}
