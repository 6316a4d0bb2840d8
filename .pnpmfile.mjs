import { existsSync, readFileSync } from 'node:fs'

const scope = '@windmill-user-api/'

export const hooks = {
  /**
   * What is packed works with every version of its 0.x line: `workspace:^` has become `^0.3.2` by now, and becomes `^0.3.0`. A patch
   * adds nothing that another package needs. See docs/decisions/0020-one-line-works-together.md.
   */
  beforePacking({ devDependencies, scripts, ...manifest }) {
    refuseDrafts()
    return {
      ...manifest,
      ...metadataOf(manifest, readRoot()),
      ...(manifest.dependencies && { dependencies: onOneLine(manifest.dependencies) }),
      ...(manifest.peerDependencies && { peerDependencies: onOneLine(manifest.peerDependencies) }),
    }
  },
}

/** What is built for a preview has operations that no server has. */
function refuseDrafts() {
  const bundle = new URL('spec/dist/openapi.json', import.meta.url)
  if (existsSync(bundle) && /"x-draft":\s*true/.test(readFileSync(bundle, 'utf8')))
    throw new Error('This build has drafts, which are not published. Build without them first: pnpm build')
}

function onOneLine(dependencies) {
  const ranges = Object.entries(dependencies).map(([name, range]) => [
    name,
    name.startsWith(scope) ? range.replace(/^\^(\d+\.\d+)\.\d+$/, '^$1.0') : range,
  ])
  return Object.fromEntries(ranges)
}

function readRoot() {
  return JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8'))
}

/**
 * Whose a package is, where its source lies and what it is found by: written once, in the package.json of the root. `repository` there
 * is the URL of its page, such as "https://github.com/acme/petstore".
 */
export function metadataOf({ name, keywords = [] }, root) {
  const { repository, homepage, bugs, author, contributors, funding } = root
  const directory = name === `${scope}openapi` ? 'spec' : `packages/${name.slice(scope.length)}`
  const known = {
    keywords: [...new Set([...(root.keywords ?? []), ...keywords])],
    homepage: homepage ?? (repository && `${repository}/tree/HEAD/${directory}#readme`),
    bugs: bugs ?? (repository && { url: `${repository}/issues` }),
    repository: repository && { type: 'git', url: `git+${repository}.git`, directory },
    author,
    contributors,
    funding,
  }
  return Object.fromEntries(Object.entries(known).filter(([, value]) => value !== undefined))
}
