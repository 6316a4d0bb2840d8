/** What runs, with its input and how many wait behind it. */
type Run<Input, Output> = (input: Input, waiting: number) => Promise<Output>

/** Lets so many run at a time; the others wait in the order in which they came. */
export function queued<Input, Output>(
  run: Run<Input, Output>,
  atOnce: number,
): (input: Input) => Promise<Output> {
  const waiting: (() => void)[] = []
  let running = 0

  return async (input) => {
    if (running >= atOnce) await new Promise<void>((resolve) => waiting.push(resolve))
    else running += 1
    try {
      return await run(input, waiting.length)
    } finally {
      const next = waiting.shift()
      // Whoever is next takes over the place.
      if (next) next()
      else running -= 1
    }
  }
}
