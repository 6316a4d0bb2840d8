import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Spec, Validation } from '@cyclonedx/cyclonedx-library'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { copiedInto } from '../../src/packages/copied.ts'
import { listPublishedPackages } from '../../src/packages/published.ts'
import { type Sbom, writeSboms } from '../../src/release/write-sboms.ts'

const packages = listPublishedPackages()
const schema = new Validation.JsonStrictValidator(Spec.Version.v1dot7)

let folder: string
let files: ReadonlyMap<string, string>

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'sbom-'))
  files = await writeSboms(folder)
}, 120_000)

afterAll(() => rm(folder, { recursive: true }))

async function sbomOf(name: string): Promise<Sbom> {
  return JSON.parse(await readFile(files.get(name) ?? '', 'utf8'))
}

/** `@scope/name`, of every component. */
function namesIn({ components = [] }: Sbom): readonly string[] {
  return components.map(({ group, name }) => (group === undefined ? name : `${group}/${name}`))
}

describe.each(packages)('the bill of materials of $manifest.name', ({ folder: place, manifest }) => {
  test('is valid CycloneDX 1.7', async () => {
    expect(await schema.validate(JSON.stringify(await sbomOf(manifest.name)))).toBeNull()
  })

  test('names each dependency, and whose code the tarball copies', async () => {
    const copied = copiedInto(place).map(({ name }) => name)
    const needed = [...Object.keys(manifest.dependencies ?? {}), ...copied]
    expect(namesIn(await sbomOf(manifest.name))).toEqual(expect.arrayContaining(needed))
  })

  test('says of each component what it is needed by', async () => {
    const { components = [], dependencies = [] } = await sbomOf(manifest.name)
    const needed = new Set(dependencies.flatMap(({ dependsOn = [] }) => dependsOn))
    expect(components.filter((one) => !needed.has(one['bom-ref']))).toEqual([])
  })
})

test('what dependencies need themselves is named, too', async () => {
  const names = namesIn(await sbomOf('@windmill-user-api/client'))
  expect(names).toContain('openapi-fetch')
  expect(names).toContain('openapi-typescript-helpers')
})

test('code that a build copied is named, although nothing installs it', async () => {
  const docs = packages.find(({ manifest }) => manifest.name.endsWith('/docs'))
  expect(docs?.manifest.dependencies).not.toHaveProperty('@astrojs/starlight')
  expect(namesIn(await sbomOf('@windmill-user-api/docs'))).toContain('@astrojs/starlight')
})

test('a component without a name is found', async () => {
  const sbom = await sbomOf('@windmill-user-api/client')
  const [first, ...others] = sbom.components ?? []
  const wrong = JSON.stringify({ ...sbom, components: [{ ...first, name: undefined }, ...others] })
  expect(await schema.validate(wrong)).not.toBeNull()
})
