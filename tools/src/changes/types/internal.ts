import ts from 'typescript-5'

/** Whether only packages of one release use a member: its name begins with `~`, or its comment says `@internal`. */
export function isInternal({ name, declarations = [] }: ts.Symbol): boolean {
  const isTagged = (declaration: ts.Declaration) =>
    ts.getJSDocTags(declaration).some(({ tagName }) => tagName.text === 'internal')
  return name.startsWith('~') || declarations.some(isTagged)
}
