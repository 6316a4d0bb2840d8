/** Calls a function. What it throws is dropped, and the result is `undefined`. */
export function quietly<Input, Result>(action: (input: Input) => Result, input: Input): Result | undefined {
  try {
    return action(input)
  } catch {}
  return
}
