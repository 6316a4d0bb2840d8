import { existsSync, readFileSync, realpathSync } from 'node:fs'
import path from 'node:path'
import { copiedInto } from '../../src/packages/copied.ts'
import { listPackages, listPublishedPackages, type Manifest } from '../../src/packages/published.ts'

/** A package of others that an installation of ours brings along, or whose code ours copy. */
export interface Shipped {
  readonly name: string
  readonly version: string
  readonly license: string
}

/** Everything that the published packages depend on, to the last, and whose code they copy. */
export function listShipped(): readonly Shipped[] {
  const found = new Map<string, Shipped>()
  const ours = new Set(listPackages().map(({ manifest }) => manifest.name))
  const note = (place: string): Manifest | undefined => {
    const manifest: Manifest = JSON.parse(readFileSync(path.join(place, 'package.json'), 'utf8'))
    const { name, version } = manifest
    if (found.has(`${name}@${version}`) || ours.has(name)) return undefined
    found.set(`${name}@${version}`, { name, version, license: licenseOf(manifest) })
    return manifest
  }
  const visit = (folder: string, names: readonly string[], isOptional = false) => {
    for (const name of names) {
      const place = findPackage(folder, name)
      if (place === undefined && isOptional) continue
      const manifest = note(place ?? refuse(name, folder))
      if (place === undefined || manifest === undefined) continue
      visit(place, Object.keys(manifest.dependencies ?? {}))
      // most of them are for other systems
      visit(place, Object.keys(manifest['optionalDependencies'] ?? {}), true)
    }
  }
  for (const { folder, manifest } of listPublishedPackages()) {
    visit(folder, Object.keys(manifest.dependencies ?? {}))
    // What they need themselves has been copied, too, or is not there.
    for (const copied of copiedInto(folder)) found.set(`${copied.name}@${copied.version}`, copied)
  }
  return [...found.values()].toSorted((one, other) => one.name.localeCompare(other.name, 'en'))
}

function refuse(name: string, folder: string): never {
  throw new Error(`${name} is not installed for ${folder}. Run: pnpm install`)
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
