/** A script of a package.json, as the programs that it starts one after the other. */
export function stepsOf(
  script: string,
  scripts: Readonly<Record<string, string>>,
  documentedArguments: readonly string[] = [],
): readonly (readonly string[])[] {
  const steps = script.split(' && ')
  return steps.flatMap((step, index) => {
    const words = step.split(' ').filter((word) => !/^[A-Z_]+=/.test(word))
    // pnpm adds the arguments of a call to the end of the script.
    const called = index === steps.length - 1 ? [...words, ...documentedArguments] : words
    const inner = called[0] === 'pnpm' ? scripts[called[1] ?? ''] : undefined
    return inner === undefined ? [called] : stepsOf(inner, scripts, called.slice(2))
  })
}
