import type { Manifest } from '../packages/published.ts'

/** What a release begins with. */
export interface Checkout {
  /** The package.json of the root. */
  readonly root: Readonly<Record<string, unknown>>
  readonly packages: readonly {
    readonly manifest: Pick<Manifest, 'name' | 'version'>
    /** Empty where there is none. */
    readonly changelog: string
  }[]
  /** Files that differ from the commit. */
  readonly changed: readonly string[]
}

/** Why this checkout cannot be released, each with what to do. */
export function obstaclesOf({ root, packages, changed }: Checkout): readonly string[] {
  return [...inRoot(root), ...inPackages(packages), ...inFiles(changed)]
}

function inRoot({ repository, author, contributors }: Checkout['root']): readonly string[] {
  const place = 'to the package.json at the root. Every package gets it when it is packed.'
  const isPage = typeof repository === 'string' && /^https:\/\/[^/]+\/.+[^/]$/.test(repository)
  return [
    ...(isPage
      ? []
      : [`No repository is named. Add "repository": "https://github.com/acme/petstore" ${place}`]),
    ...(author || contributors ? [] : [`No author is named. Add "author": "Ada Lovelace" ${place}`]),
  ]
}

function inPackages(packages: Checkout['packages']): readonly string[] {
  if (packages.some(({ manifest }) => manifest.version === '0.0.0'))
    return ['The packages have no version yet. Run: pnpm bump']
  const silent = packages.filter(
    ({ manifest, changelog }) => !changelog.includes(`\n## ${manifest.version}\n`),
  )
  return silent.map(
    ({ manifest: { name, version } }) =>
      `The changelog of ${name} has no entry for ${version}. Run: pnpm bump`,
  )
}

function inFiles(changed: Checkout['changed']): readonly string[] {
  const shown = changed.slice(0, 5).join(', ')
  return changed.length === 0
    ? []
    : [`The checkout differs from its commit: ${shown}. Commit or remove that.`]
}
