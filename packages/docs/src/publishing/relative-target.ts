import path from 'node:path'

/**
 * Where a target of the site, such as `/reference/whois/#samples`, is seen from one of its files. A folder becomes the page in it, because no server
 * adds that when the site is opened from disk.
 *
 * @example
 * relativeTarget('quick-start/index.html', '/errors/#roles') // '../errors/index.html#roles'
 */
export function relativeTarget(file: string, target: string): string {
  const [, pathname = '', rest = ''] = /^\/([^?#]*)(.*)$/s.exec(target) ?? []
  const wanted = pathname === '' || pathname.endsWith('/') ? `${pathname}index.html` : pathname
  if (wanted === file && rest.startsWith('#')) return rest
  return `${path.posix.relative(path.posix.dirname(file), wanted)}${rest}`
}

/** The folder of the whole site, seen from one of its files: `../../`. */
export function relativeRoot(file: string): string {
  return '../'.repeat(file.split('/').length - 1) || './'
}
