export interface SerializedOptions {
  /** How long to wait for further calls before running, in milliseconds. */
  readonly delay: number
}

/**
 * A function that runs `task` once for a burst of calls, never twice at a time, and once more when it was called while
 * the task ran. A rejection of the task ends the process: it is a bug, not a state.
 */
export function serialized(task: () => Promise<void>, { delay }: SerializedOptions): () => void {
  let state: 'idle' | 'waiting' | 'running' | 'running, called again' = 'idle'

  async function run(): Promise<void> {
    state = 'running'
    await task()
    const calledAgain = isCalledAgain()
    state = 'idle'
    if (calledAgain) call()
  }

  function call(): void {
    if (state === 'running') state = 'running, called again'
    if (state !== 'idle') return
    state = 'waiting'
    setTimeout(() => void run(), delay)
  }

  /** Read in a function of its own: the compiler does not see that `call` runs during the task. */
  function isCalledAgain(): boolean {
    return state === 'running, called again'
  }

  return call
}
