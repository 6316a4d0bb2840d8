/** As a shell takes it literally. */
export function singleQuoted(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`
}

/** Marks a variable in a text for `shellQuoted`, by characters that no document uses. */
export function shellVariable(name: string): string {
  return `\uE000${name}\uE001`
}

/** The same as a shell takes it literally, but for its variables. */
export function shellQuoted(text: string): string {
  if (!text.includes('\uE000')) return singleQuoted(text)
  const escaped = text.replaceAll(/[\\"$`]/g, String.raw`\$&`)
  const filled = escaped.replaceAll(/\uE000(\w+)\uE001(?=(\w?))/g, (_, name: string, next: string) =>
    next === '' ? `$${name}` : `\${${name}}`,
  )
  return `"${filled}"`
}
