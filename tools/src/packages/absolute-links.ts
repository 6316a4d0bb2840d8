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
  return readme.replaceAll(
    codeOrLink,
    (whole, mark: string | undefined, label = '', link = '', title = '') =>
      mark === undefined ? whole : `${mark}${label}(${target(link, mark === '!')}${title})`,
  )
}

/** A block or a piece of code, or a link that begins with no scheme and is no place of the page itself. Its label may have code. */
const codeOrLink =
  /^```.*?^```|(!?)(\[(?:`[^`\n]+`|[^\]`])*\])\((?![a-z]+:|#|\/\/)([^)\s]+)([^)]*)\)|`[^`\n]+`/gims
