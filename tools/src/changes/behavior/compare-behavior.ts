import { mkdtemp, realpath, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Content } from '../../packages/read-tarball.ts'
import type { Reason } from '../reason.ts'
import { holdToContract } from './hold-to-contract.ts'
import { installPacked } from './install-packed.ts'
import { judgeNewSuite, judgeOldSuite } from './judge-findings.ts'

type Release = ReadonlyMap<string, Content>

/** Runs the contract tests of each release against the sandbox of the other. */
export async function compareBehavior(
  before: Release,
  after: Release,
  say: (line: string) => void,
): Promise<readonly Reason[]> {
  const folder = await realpath(await mkdtemp(path.join(tmpdir(), 'behavior-')))
  const install = (name: string, release: Release) =>
    installPacked(path.join(folder, release === before ? 'before' : 'after'), name, release)
  try {
    say('contract tests of the last release, new sandbox …')
    const old = await holdToContract(
      await install('contract-tests', before),
      await install('sandbox', after),
      path.join(folder, 'old.json'),
    )
    say('new contract tests, sandbox of the last release …')
    const current = await holdToContract(
      await install('contract-tests', after),
      await install('sandbox', before),
      path.join(folder, 'new.json'),
    )
    return [...judgeOldSuite(old), ...judgeNewSuite(current)]
  } finally {
    await rm(folder, { recursive: true })
  }
}
