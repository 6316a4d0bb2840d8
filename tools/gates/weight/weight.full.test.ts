import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { weigh } from '../../src/bench/weight/weigh.ts'
import { groups } from '../../src/bench/weight/weighed.ts'
import { packAll, type Tarball } from '../../src/packages/pack.ts'
import { budgets } from './budgets.ts'

let folder: string
let tarballs: readonly Tarball[]

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'weight-'))
  tarballs = await packAll(folder)
}, 300_000)

afterAll(() => rm(folder, { recursive: true, force: true }))

test.each(groups.map(({ ours }) => [ours.name, ours] as const))(
  'an installation of %s stays within its budget, and runs no script',
  async (name, ours) => {
    const { packages, megabytes, scripts, binaries } = await weigh(ours, tarballs, path.join(folder, name))
    const budget = budgets[name]

    expect(packages).toBeLessThanOrEqual(budget?.packages ?? 0)
    expect(megabytes).toBeLessThanOrEqual(budget?.megabytes ?? 0)
    expect({ scripts, binaries }).toEqual({ scripts: 0, binaries: 0 })
  },
  300_000,
)
