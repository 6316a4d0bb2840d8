/** Where a packed package comes from, as its package.json says it. */
export interface Origin {
  /** Such as `git+https://github.com/acme/petstore.git`. */
  readonly url: string
  /** The folder of the package in the repository. */
  readonly directory: string
}

/**
 * A README as npm shows it: npm has none of the files beside it, so its links lead to the repository, at the tag of the release. Code and
 * links within the page stay as they are.
 *
 * @example
 * withAbsoluteLinks('[the model](docs/security.md)', origin, '@acme/petstore-sandbox@1.2.0')
 */
export function withAbsoluteLinks(readme: string, { url, directory }: Origin, tag: string): string {
  const page = url.replace(/^git\+/, '').replace(/\.git$/, '')
  const target = (link: string, isImage: boolean) => {
    const { pathname, hash } = new URL(link, `https://repository/${directory}/`)
    return `${page}/${isImage ? 'raw' : 'blob'}/${encodeURI(tag)}${pathname}${hash}`
  }
  const parts = readme.split(/(^```.*?^```|`[^`\n]+`)/ms)
  return parts.map((part, index) => (index % 2 === 0 ? withTargets(part, target) : part)).join('')
}

/** A link that begins with no scheme and is no place of the page itself. */
const relativeLink = /(!?)(\[[^\]]*\])\((?![a-z]+:|#|\/\/)([^)\s]+)([^)]*)\)/gi

function withTargets(text: string, target: (link: string, isImage: boolean) => string): string {
  return text.replaceAll(
    relativeLink,
    (_, mark: string, label: string, link: string, title: string) =>
      `${mark}${label}(${target(link, mark === '!')}${title})`,
  )
}
