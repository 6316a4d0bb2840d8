/** Has something done when the work is over: the last first. */
export type Defer = (step: () => unknown) => void

const interrupted = 130

/** Does a work that leaves nothing behind, also when Ctrl-C ends it; then the program ends with 130. */
export async function cleaningUp<Result>(work: (defer: Defer) => Promise<Result>): Promise<Result> {
  const steps: (() => unknown)[] = []
  const { signal, stop } = waitForSignal()
  try {
    return await Promise.race([work((step) => void steps.push(step)), signal])
  } finally {
    for (const step of steps.reverse()) await attempt(step)
    if (stop()) process.exit(interrupted)
  }
}

/** What cannot be cleaned up is told, and keeps nothing else from it. */
async function attempt(step: () => unknown): Promise<void> {
  try {
    await step()
  } catch (error) {
    process.stderr.write(`left behind: ${error instanceof Error ? error.message : error}\n`)
  }
}

/** A promise that rejects at the first signal. `stop` ends the waiting, and says whether one came. */
function waitForSignal() {
  const { promise: signal, reject } = Promise.withResolvers<never>()
  let came = false
  const end = () => {
    came = true
    reject(new Error('interrupted'))
  }
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.on(name, end)
  const stop = () => {
    for (const name of ['SIGINT', 'SIGTERM'] as const) process.off(name, end)
    return came
  }
  return { signal, stop }
}
