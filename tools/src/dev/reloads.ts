/** Tells open pages that what they show is old. */
export interface Reloads {
  /** Calls a function each time; what comes back ends that. */
  listen(listener: () => void): () => void
  send(): void
}

export function createReloads(): Reloads {
  const listeners = new Set<() => void>()
  return {
    listen(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    send() {
      for (const listener of listeners) listener()
    },
  }
}
