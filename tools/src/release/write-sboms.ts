import { execFile } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { type Copied, copiedInto } from '../packages/copied.ts'
import { listPublishedPackages } from '../packages/published.ts'
import { repository } from '../repository.ts'

/** How much of a CycloneDX document is used here: https://cyclonedx.org/docs/1.7/json/ */
export interface Sbom {
  readonly components?: readonly Component[]
  readonly dependencies?: readonly { readonly ref: string; readonly dependsOn?: readonly string[] }[]
  readonly metadata: { readonly component: { readonly 'bom-ref': string } }
}

interface Component {
  readonly type: 'library'
  readonly group?: string
  readonly name: string
  readonly version: string
  readonly purl: string
  readonly 'bom-ref': string
}

/**
 * Writes a CycloneDX document for each published package: what an installation brings along, and what others wrote of the code in its
 * tarball. Build first.
 *
 * @returns the files, by the name of the package.
 */
export async function writeSboms(folder: string): Promise<ReadonlyMap<string, string>> {
  const packages = listPublishedPackages()
  const chosen = packages.flatMap(({ manifest }) => ['--filter', manifest.name])
  const format = ['--sbom-format', 'cyclonedx', '--prod', '--exclude-peers']
  const out = ['--split', '--out', path.join(folder, '%s-%v.cdx.json')]
  await promisify(execFile)('pnpm', [...chosen, 'sbom', ...format, ...out], { cwd: repository })
  const written = packages.map(async ({ folder: place, manifest: { name, version } }) => {
    const file = path.join(folder, `${name.replace('@', '').replace('/', '-')}-${version}.cdx.json`)
    const sbom: Sbom = JSON.parse(await readFile(file, 'utf8'))
    await writeFile(file, `${JSON.stringify(withCopied(sbom, copiedInto(place)), null, 2)}\n`)
    return [name, file] as const
  })
  return new Map(await Promise.all(written))
}

/** pnpm knows what a package depends on, and not whose code its build has copied. */
function withCopied(sbom: Sbom, copied: readonly Copied[]): Sbom {
  const { components = [], dependencies = [], metadata } = sbom
  const known = new Set(components.map(({ purl }) => purl))
  const added = [...new Map(copied.map((one) => [purlOf(one), one]))].filter(([purl]) => !known.has(purl))
  const refs = added.map(([purl]) => purl)
  const root = metadata.component['bom-ref']
  const isRoot = ({ ref }: { readonly ref: string }) => ref === root
  const needed = [...(dependencies.find(isRoot)?.dependsOn ?? []), ...refs]
  return {
    ...sbom,
    components: [...components, ...added.map(([, one]) => componentOf(one))],
    dependencies: [
      { ref: root, dependsOn: needed },
      ...dependencies.filter((one) => !isRoot(one)),
      ...refs.map((ref) => ({ ref })),
    ],
  }
}

function componentOf(copied: Copied) {
  const { license, version } = copied
  const [name = '', group] = copied.name.split('/').toReversed()
  const purl = purlOf(copied)
  return {
    type: 'library' as const,
    ...(group !== undefined && { group }),
    name,
    version,
    purl,
    'bom-ref': purl,
    licenses: [{ expression: license }],
  }
}

/** A package URL: the `@` of a scope is escaped. */
function purlOf({ name, version }: Pick<Copied, 'name' | 'version'>): string {
  return `pkg:npm/${name.replace('@', '%40')}@${version}`
}
