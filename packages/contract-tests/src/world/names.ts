/** Names that nobody else uses, and that say by whom they were made: `contract-3f6c1c1e-user-1@example.com`. */
export interface Names {
  email(role: string): string
  workspace(): string
  /** Unique in every workspace of the run. */
  username(): string
  password(): string
}

/** Names for one run. `run` is short and of letters and digits, since a workspace id has 50 characters at most. */
export function createNames(run: string): Names {
  let count = 0
  return {
    email: (role) => `contract-${run}-${role}-${++count}@example.com`,
    workspace: () => `contract-${run}-${++count}`,
    username: () => `contract-user-${++count}`,
    password: () => `contract-password-${run}-${++count}`,
  }
}
