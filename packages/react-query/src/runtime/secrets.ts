/** Where a secret is in an input: the names of the members that lead to it. */
export type SecretPath = readonly string[]

/** A copy of an input without its secrets; the input itself if it has none. */
export function withoutSecrets(input: unknown, paths: readonly SecretPath[]): unknown {
  return paths.reduce(without, input)
}

function without(value: unknown, [name = '', ...rest]: SecretPath): unknown {
  if (typeof value !== 'object' || value === null || !(name in value)) return value
  const { [name]: member, ...others }: Readonly<Record<string, unknown>> = { ...value }
  return rest.length === 0 ? others : { ...others, [name]: without(member, rest) }
}
