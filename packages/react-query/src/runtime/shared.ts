/** One value for all copies of this package in a process: ESM beside CommonJS, or two versions. */
export function shared<Value>(name: string, make: () => Value): Value {
  const symbol = Symbol.for(`@windmill-user-api/react-query/${name}`)
  // Nobody else writes under this name.
  const all = globalThis as { [symbol]?: Value }
  all[symbol] ??= make()
  return all[symbol]
}
