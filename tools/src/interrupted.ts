const signals = ['SIGINT', 'SIGTERM'] as const

/** Resolves at Ctrl-C, or when the process is told to end. */
export function interrupted(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of signals) process.once(signal, () => resolve())
  })
}

/** Does work that has to clean up: its signal fires at Ctrl-C, or when the process is told to end. */
export async function interruptible<Result>(work: (signal: AbortSignal) => Promise<Result>): Promise<Result> {
  const controller = new AbortController()
  const stop = () => controller.abort()
  for (const signal of signals) process.once(signal, stop)
  try {
    return await work(controller.signal)
  } finally {
    for (const signal of signals) process.off(signal, stop)
  }
}
