import { mkdtemp, realpath, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { listPublishedPackages } from '../../src/packages/published.ts'
import { repository } from '../../src/repository.ts'
import { builtSide } from '../../src/surface/built-side.ts'
import { describeSurface } from '../../src/surface/describe-surface.ts'
import { type OpenedPackages, openPackages, type Side } from '../../src/surface/open-packages.ts'

/** Published packages that have types. */
const typed = ['client', 'contract-tests', 'msw', 'react-query', 'sandbox', 'types']

let side: Side
let opened: OpenedPackages

beforeAll(async () => {
  const folder = await realpath(await mkdtemp(path.join(tmpdir(), 'surface-')))
  const packages = listPublishedPackages().filter(({ manifest }) =>
    typed.includes(path.basename(manifest.name)),
  )
  side = await builtSide(folder, packages)
  opened = openPackages([side])
}, 600_000)

afterAll(() => rm(side, { recursive: true }))

test.each(typed)('api/%s.api.md shows what the package exports (renew: add -u)', async (name) => {
  const entries = opened.entriesOf(side).filter((entry) => entry.package === name)
  expect(entries.length).toBeGreaterThan(0)
  await expect(describeSurface(name, entries, opened)).toMatchFileSnapshot(
    path.join(repository, 'api', `${name}.api.md`),
  )
})
