/** What is renamed. */
export interface Renaming {
  readonly kind: 'operation' | 'schema'
  readonly from: string
  readonly to: string
}

const capitalized = (name: string) => `${name.charAt(0).toUpperCase()}${name.slice(1)}`

/** Every identifier that is made of the name, with what it becomes: generators write them, and people use them. */
export function identifiers({ kind, from, to }: Renaming): ReadonlyMap<string, string> {
  const made = (name: string) => (kind === 'schema' ? [name] : ofOperation(name))
  const after = made(to)
  return new Map(made(from).map((identifier, index) => [identifier, after[index] ?? identifier]))
}

function ofOperation(name: string): readonly string[] {
  const hook = `use${capitalized(name)}`
  return [
    name,
    ...['Query', 'InfiniteQuery', 'Mutation'].map((ending) => `${name}${ending}`),
    ...[hook, `${hook}Infinite`],
    ...['Answers', 'Handler', 'Input'].map((ending) => `${capitalized(name)}${ending}`),
  ]
}

/** The text with each whole identifier of the old name replaced by the new one, but for those after `kept`. */
export function withNewNames(text: string, names: ReadonlyMap<string, string>, kept?: RegExp): string {
  return text.replaceAll(/[A-Za-z_$][\w$]*/g, (identifier, offset: number) => {
    const isKept = kept?.test(text.slice(Math.max(0, offset - 20), offset)) ?? false
    return isKept ? identifier : (names.get(identifier) ?? identifier)
  })
}

/**
 * @throws Error where the new name is none, or where the old one is a word of the language as well: nobody could tell the name from the
 * word in texts and in other code.
 */
export function checkNames({ kind, from, to }: Renaming): void {
  const isRight = kind === 'operation' ? /^[a-z][A-Za-z0-9]*$/ : /^[A-Z][A-Za-z0-9]*$/
  const example = kind === 'operation' ? 'listVolumes' : 'BookPreview'
  if (!isRight.test(to))
    throw new Error(`"${to}" is not a name of ${withArticle(kind)}. Choose one such as ${example}.`)
  if (to === from) throw new Error(`"${from}" has that name already. Choose another one, such as ${example}.`)
  if (!/.[A-Z]/.test(from))
    throw new Error(
      `"${from}" is also a word of texts and of other code, which stay as they are. Change it by hand: ${
        kind === 'operation' ? 'its operationId' : 'its file in spec/components/schemas'
      } first, then what pnpm build names.`,
    )
}

/** The kind, as a sentence has it. */
export function withArticle(kind: Renaming['kind']): string {
  return kind === 'operation' ? 'an operation' : 'a schema'
}
