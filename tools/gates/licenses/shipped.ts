import { existsSync, readFileSync, realpathSync } from 'node:fs'
import path from 'node:path'
import { listPackages, listPublishedPackages, type Manifest } from '../../src/packages/published.ts'
import { repository } from '../../src/repository.ts'

/** A package of others that an installation of ours brings along, or whose code ours copy. */
export interface Shipped {
  readonly name: string
  readonly version: string
  readonly license: string
}

/** Everything that the published packages depend on, to the last, and whose code the site copies. */
export function listShipped(): readonly Shipped[] {
  const found = new Map<string, Shipped>()
  const ours = new Set(listPackages().map(({ manifest }) => manifest.name))
  const visit = (folder: string, names: readonly string[], isOptional = false) => {
    for (const name of names) {
      const place = findPackage(folder, name)
      if (place === undefined && isOptional) continue
      if (place === undefined) throw new Error(`${name} is not installed for ${folder}. Run: pnpm install`)
      const manifest: Manifest = JSON.parse(readFileSync(path.join(place, 'package.json'), 'utf8'))
      const { version } = manifest
      if (found.has(`${name}@${version}`) || ours.has(name)) continue
      found.set(`${name}@${version}`, { name, version, license: licenseOf(manifest) })
      if (copiedIntoSite.includes(name)) continue
      visit(place, Object.keys(manifest.dependencies ?? {}))
      // most of them are for other systems
      visit(place, Object.keys(manifest['optionalDependencies'] ?? {}), true)
    }
  }
  for (const { folder, manifest } of listPublishedPackages())
    visit(folder, Object.keys(manifest.dependencies ?? {}))
  visit(starlightFolder(), copiedIntoSite)
  return [...found.values()].toSorted((one, other) => one.name.localeCompare(other.name, 'en'))
}

/** Their scripts and styles are part of the pages; what they need to build them is not. */
const copiedIntoSite = ['@astrojs/starlight', 'astro-expressive-code', 'pagefind', '@pagefind/default-ui']

/** They are Starlight's dependencies, and are found from there. */
function starlightFolder(): string {
  return realpathSync(path.join(repository, 'packages/docs/node_modules/@astrojs/starlight'))
}

/** Where Node would find it from there. */
function findPackage(from: string, name: string): string | undefined {
  const place = path.join(from, 'node_modules', name)
  if (existsSync(path.join(place, 'package.json'))) return realpathSync(place)
  const parent = path.dirname(from)
  return parent === from ? undefined : findPackage(parent, name)
}

function licenseOf({ license, licenses }: Manifest): string {
  if (typeof license === 'string') return license
  return Array.isArray(licenses) ? licenses.map(({ type }) => type).join(' OR ') : 'none stated'
}
