/**
 * HTML of a path that may break before a slash, and nowhere else.
 *
 * @example
 * breakable('/users/whoami') // '/users<wbr>/whoami'
 */
export function breakable(path: string): string {
  return path
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll(/(?<=[^\s/])\//g, '<wbr>/')
}

/** Whether a text is a path, or a method and a path. */
export function isPath(text: string): boolean {
  return /^(?:[A-Z]+ )?\/[^\s/][^\s]*$/.test(text)
}
